/**
 * The recorded cases of `vectors/math` and how their arguments and results are read.
 *
 * @module
 */
import { I32F32, I64F64 } from '../../../../local-chain/frame/fixed/index.ts'
import type { Matrix } from '../../../../local-chain/yuma/math/dense.ts'
import type { SparseMatrix } from '../../../../local-chain/yuma/math/sparse.ts'
import type { Vector } from '../../../../local-chain/yuma/math/vectors.ts'

/** JSON as the files hold it: bits are decimal strings, everything else numbers and booleans. */
export type Json = string | number | boolean | readonly Json[]

export interface MathCase {
  readonly id: string
  readonly fn: string
  readonly args: Readonly<Record<string, Json>>
  readonly expected: Json
  readonly tolerance: string
  readonly exact: Json
}

/** Arguments of one case, read by name and shape. */
export class Args {
  readonly #args: Readonly<Record<string, Json>>

  constructor(args: Readonly<Record<string, Json>>) {
    this.#args = args
  }

  #get(name: string): Json {
    const value = this.#args[name]
    if (value === undefined) throw new Error(`the case has no argument ${name}`)
    return value
  }

  int(name: string): number {
    return Number(this.#get(name))
  }

  ints(name: string): number[] {
    return list(this.#get(name)).map(Number)
  }

  bigints(name: string): bigint[] {
    return list(this.#get(name)).map(bits)
  }

  fixed(name: string): I32F32 {
    return I32F32.fromBits(bits(this.#get(name)))
  }

  vector(name: string): Vector {
    return vector(this.#get(name))
  }

  vector64(name: string): I64F64[] {
    return list(this.#get(name)).map((value) => I64F64.fromBits(bits(value)))
  }

  mask(name: string): boolean[] {
    return list(this.#get(name)).map(Boolean)
  }

  maskMatrix(name: string): boolean[][] {
    return list(this.#get(name)).map((row) => list(row).map(Boolean))
  }

  dense(name: string): Matrix {
    return list(this.#get(name)).map(vector)
  }

  sparse(name: string): SparseMatrix {
    return list(this.#get(name)).map((row) =>
      list(row).map((entry) => {
        const [column, value] = list(entry)
        return [Number(column), I32F32.fromBits(bits(value ?? 0))] as const
      }),
    )
  }

  text(name: string): string {
    return String(this.#get(name))
  }
}

function list(value: Json): readonly Json[] {
  if (typeof value !== 'object') throw new Error(`expected a list, got ${value}`)
  return value
}

function bits(value: Json): bigint {
  if (typeof value === 'object') throw new Error('expected a number, got a list')
  return BigInt(value)
}

function vector(value: Json): Vector {
  return list(value).map((element) => I32F32.fromBits(bits(element)))
}

/** What a function under test may return. */
export type Result = bigint | number | boolean | readonly Result[]

/** Leaves as text, so that numbers and bits compare alike. */
export function texts(value: Json | Result): unknown {
  return typeof value === 'object' ? value.map(texts) : String(value)
}

/** Whether every number is within the tolerance of the expected one, and all shapes agree. */
export function isWithin(got: Result, expected: Json, tolerance: bigint): boolean {
  if (typeof got === 'object' || typeof expected === 'object') {
    if (typeof got !== 'object' || typeof expected !== 'object') return false
    if (got.length !== expected.length) return false
    return got.every((value, i) => isWithin(value, expected[i] ?? [], tolerance))
  }
  if (typeof got === 'boolean' || typeof expected === 'boolean') return got === expected
  const gap = BigInt(got) - BigInt(expected)
  return (gap < 0n ? -gap : gap) <= tolerance
}
