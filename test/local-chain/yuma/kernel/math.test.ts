/**
 * Goal: the pieces that the kernel is made of give the recorded bits of `vectors/math`. Method: each case
 * of a function that the epoch has goes through the very code of the kernel. Where that code takes shares
 * only and the case has whole numbers, these are made 256 times smaller first, which loses nothing. Cases
 * that no subnet can hold (below) are counted and left to the reference.
 *
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { I32F32 } from '../../../../local-chain/frame/fixed/index.ts'
import { expSafe } from '../../../../local-chain/yuma/math/scalars.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'
import { Args, type MathCase, type Result, texts } from '../math/recorded.ts'
import { NOBODY, Probe } from './probe.ts'
import { Random } from './random-epochs.ts'

/** `undefined`: a case that no subnet can hold. */
type Call = (a: Args) => Result | undefined
type Rows = readonly (readonly (readonly [column: number, bits: bigint])[])[]

const ONE = 1n << 32n
const SHRUNK = 8n

let probe: Probe
beforeAll(async () => {
  probe = await Probe.load()
  probe.arrange(1)
})

const isShare = (bits: bigint): boolean => bits >= 0n && bits <= ONE
const sum = (values: readonly bigint[]): bigint =>
  values.reduce((total, value) => total + value, 0n)
const bitsOf = (rows: Rows): bigint[] => rows.flat().map(([, bits]) => bits)

/** Rows with each value replaced; entries of value 0 stay. */
function mapRows(rows: Rows, map: (bits: bigint, column: number) => bigint): Rows {
  return rows.map((row) => row.map(([column, bits]) => [column, map(bits, column)] as const))
}

/** Shares of each column's sum or maximum. */
function ofColumns(rows: Rows, fold: (values: readonly bigint[]) => bigint): Rows {
  const columnOf = (at: number): bigint =>
    fold(rows.flat().flatMap(([column, bits]) => (column === at ? [bits] : [])))
  return mapRows(rows, (bits, column) => probe.fns.divide(bits, columnOf(column)))
}

/** a * b of numbers that are whole multiples of 2^-24 below 256. */
function product(a: bigint, b: bigint): bigint {
  return probe.fns.mulShare(a >> SHRUNK, b >> SHRUNK) << (2n * SHRUNK)
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most), 0n)
}

/** Puts rows in place, as stored weights and as the weights that count. */
function place(rows: Rows): void {
  const columns = Math.max(0, ...rows.flat().map(([column]) => column + 1))
  const n = Math.max(rows.length, columns)
  const padded = Array.from({ length: n }, (_, i) => rows[i] ?? [])
  probe.arrange(n, rows.flat().length)
  probe.setRows(padded)
  probe.setStoredWeights(padded)
}

/**
 * The entries that loading left, with the values that they had before it normalised them.
 *
 * @param owner  whose weight on itself stays
 * @param mask   rows without a permit
 */
function loaded(rows: Rows, owner: number, mask: readonly boolean[] = []): Rows {
  place(rows)
  for (const [i, isMasked] of mask.entries()) {
    if (isMasked) probe.u8('oldPermit', rows.length)[i] = 0
  }
  probe.fns.loadWeights(owner, 0)
  return rows.map((row, i) => {
    const columns = probe.rows()[i]?.map(([column]) => column) ?? []
    return row.filter(([column]) => columns.includes(column))
  })
}

const scalarCalls: Record<string, Call> = {
  exp_safe: (a) => probe.fns.expSafe(a.fixed('input'), 0),
  u16_proportion_to_fixed: (a) => probe.fns.shareOfU16(a.int('x')),
  fixed_proportion_to_u16: (a) => probe.fns.u16OfShare(a.fixed('x')),
}

const vectorCalls: Record<string, Call> = {
  normalize(a) {
    const x = a.vector('x')
    if (x.some((value) => value < 0n)) return undefined
    probe.arrange(x.length)
    probe.i64('stake').set(x)
    probe.fns.normalizeStakeShares(sum(x))
    return [...probe.i64('stake')]
  },
  is_topk(a) {
    const stake = a.vector('vector')
    probe.arrange(stake.length)
    // Nobody without stake gets a permit, so everybody has a little more.
    probe.i64('stake').set(stake.map((bits) => bits + 1n))
    probe.fns.findPermits(a.int('k'), NOBODY)
    return Array.from(probe.u8('permit', stake.length), Boolean)
  },
  weighted_median(a) {
    const [stake, score] = [a.vector('stake'), a.vector('score')]
    if (score.length === 0) return undefined
    probe.arrange(score.length)
    probe.i64('partition', 2 * score.length).set([...score, ...stake])
    const bounds = [a.fixed('partition_lo'), a.fixed('partition_hi')] as const
    return probe.fns.weightedMedian(score.length, ...bounds, a.fixed('minority'))
  },
}

const matrixCalls: Record<string, Call> = {
  weighted_median_col_sparse(a) {
    const stake = a.vector('stake')
    place(a.sparse('score'))
    probe.i64('activeStake').fill(0n)
    probe.i64('activeStake').set(stake.slice(0, probe.n))
    probe.fns.countAllColumns()
    probe.fns.transposeWeights()
    probe.fns.findConsensus(a.fixed('majority'))
    return [...probe.i64('consensus')].slice(0, a.int('columns'))
  },
  inplace_row_normalize_sparse(a) {
    // Away from the diagonal, which loading drops.
    const rows = a.sparse('m')
    const far = rows.map((row) => row.map(([column, bits]) => [column + 100, bits] as const))
    place(far)
    probe.fns.loadWeights(NOBODY, 0)
    const found = probe.rows().slice(0, rows.length)
    return found.map((row) => row.map(([column, bits]) => [column - 100, bits] as const))
  },
  inplace_col_normalize_sparse: (a) => ofColumns(a.sparse('m'), sum),
  inplace_col_max_upscale_sparse: (a) => ofColumns(a.sparse('m'), largest),
  mask_rows_sparse(a) {
    const rows = a.sparse('matrix')
    const far = rows.map((row) => row.map(([column, bits]) => [column + 100, bits] as const))
    const left = loaded(far, NOBODY, a.mask('mask'))
    return left.map((row) => row.map(([column, bits]) => [column - 100, bits] as const))
  },
  mask_diag_sparse: (a) => loaded(a.sparse('matrix'), NOBODY),
  mask_diag_sparse_except_index: (a) => loaded(a.sparse('matrix'), a.int('except_index')),
  row_sum_sparse(a) {
    const rows = a.sparse('matrix')
    place(rows)
    probe.i64('consensus').fill((1n << 63n) - 1n)
    probe.fns.findIncentive()
    return [...probe.i64('trust')].slice(0, rows.length)
  },
  col_clip_sparse(a) {
    const rows = a.sparse('matrix')
    place(rows)
    probe.i64('consensus').set(a.vector('col_threshold').slice(0, probe.n))
    return rows.map((_, i) => probe.followed(probe.fns.followedRow(i, ONE)))
  },
  row_hadamard_sparse(a) {
    const factors = a.vector('vector')
    const rows = a.sparse('matrix').slice(0, factors.length)
    return rows.map((row, i) =>
      row.map(([column, bits]) => [column, product(bits, factors[i] ?? 0n)] as const),
    )
  },
  mat_vec_mul_sparse(a) {
    const factors = a.vector('vector')
    const products = mapRows(a.sparse('matrix'), (bits, at) => product(bits, factors[at] ?? 0n))
    return products.map((row) => row.filter(([, bits]) => bits !== 0n))
  },
  matmul_sparse(a) {
    const factors = a.vector('vector')
    const totals = Array.from({ length: a.int('columns') }, () => 0n)
    a.sparse('matrix').forEach((row, i) => {
      for (const [column, bits] of row) totals[column]! += product(bits, factors[i] ?? 0n)
    })
    return totals
  },
  matmul_transpose_sparse(a) {
    const factors = a.vector('vector')
    return a
      .sparse('matrix')
      .map((row) => sum(row.map(([column, bits]) => product(bits, factors[column] ?? 0n))))
  },
  interpolate_sparse(a) {
    const [from, to, ratio] = [a.sparse('mat1'), a.sparse('mat2'), a.fixed('ratio')]
    if (ratio === ONE || from.length !== to.length) return undefined
    if (ratio === 0n) {
      place(from)
      return from.map((_, i) => probe.followed(probe.fns.followedRow(i, ratio)))
    }
    return from.map((row, i) => {
      const [start, end] = [new Map(row), new Map(to[i] ?? [])]
      return Array.from({ length: a.int('columns') }, (_, column) => {
        const cell = [start.get(column) ?? 0n, end.get(column) ?? 0n] as const
        return [column, probe.fns.mixCell(...cell, ratio)] as const
      }).filter(([, bits]) => bits > 0n)
    })
  },
  mat_ema_alpha_sparse(a) {
    const [weights, bonds, alphas] = [a.sparse('new'), a.sparse('old'), a.dense('alpha')]
    if (![...bitsOf(weights), ...bitsOf(bonds)].every(isShare)) return undefined
    return weights.map((row, i) =>
      row
        .map(([column, weight]) => {
          const bond = new Map(bonds[i] ?? []).get(column) ?? 0n
          return [column, probe.fns.followCell(bond, weight, alphas[i]?.[column] ?? 0n)] as const
        })
        .filter(([, bits]) => bits > 0n),
    )
  },
}

const calls = { ...scalarCalls, ...vectorCalls, ...matrixCalls }

const FILES = [
  'convert',
  'exp_sigmoid',
  'topk',
  'vector',
  'matrix',
  'weighted_median',
  'interpolate',
  'ema',
]

describe.skipIf(!hasShared)('pieces of the kernel (recorded cases)', () => {
  const cases = hasShared
    ? FILES.flatMap((file) => sharedJson<MathCase[]>(`vectors/math/${file}.json`)).filter(
        ({ fn }) => fn in calls,
      )
    : []
  let left = 0

  it.each(cases)('$fn: $id', ({ fn, args, exact }) => {
    const got = calls[fn]?.(new Args(args))
    if (got === undefined) left += 1
    else expect(texts(got)).toEqual(texts(exact))
  })

  it('leaves few cases to the reference', () => {
    // Negative shares (1), no rows at all (1), wholly clipped weights that are not clipped weights (3),
    // weights and bonds above one (10).
    expect(cases.length).toBe(hasShared ? 109 : 0)
    expect(left).toBe(15)
  })
})

interface Computed {
  readonly type?: string
  readonly fn?: string
  readonly op?: string
  readonly a: string
  readonly b?: string
  readonly args?: Readonly<Record<string, string>>
  readonly result: string | null
}

describe.skipIf(!hasShared)('arithmetic of the kernel (computed by the compiled library)', () => {
  it('gives the recorded exponentials', () => {
    const cases = sharedJson<Computed[]>('vectors/math/transcendental.json').filter(
      ({ fn }) => fn === 'exp_safe',
    )
    expect(cases.length).toBe(30)
    for (const { a, result } of cases) {
      expect(String(probe.fns.expSafe(BigInt(a), 3)), a).toBe(result)
    }
  })

  it('gives the recorded alphas', () => {
    const cases = sharedJson<{ fn: string; args: readonly string[]; result: string }[]>(
      'vectors/math/transcendental.json',
    ).filter(({ fn }) => fn === 'alpha_sigmoid')
    expect(cases.length).toBe(23)
    for (const { args, result } of cases) {
      const [consensus = 0n, weight = 0n, bond = 0n, low = 0n, high = 0n, steepness = 0n] =
        args.map(BigInt)
      probe.fns.startLiquidAlpha(low, high, steepness / -100n)
      const got = probe.fns.cellAlpha(consensus, weight, bond)
      expect(String(got), JSON.stringify(args)).toBe(result)
    }
  })

  const operations = hasShared
    ? sharedJson<Computed[]>('vectors/math/fixed_ops.json').filter(({ type }) => type === 'I32F32')
    : []
  const of = (name: string) =>
    operations
      .filter(({ op }) => op === name)
      .map(({ a, b, result }) => ({ a: BigInt(a), b: BigInt(b ?? 0), result }))

  it('adds as recorded', () => {
    const cases = of('saturating_add')
    expect(cases.length).toBeGreaterThan(10)
    for (const { a, b, result } of cases) {
      expect(String(probe.fns.addSaturating(a, b)), `${a} + ${b}`).toBe(result)
    }
  })

  it('multiplies any number with a share as recorded', () => {
    const cases = of('saturating_mul').filter(({ b }) => isShare(b))
    expect(cases.length).toBe(3)
    for (const { a, b, result } of cases) {
      expect(String(probe.fns.mulWide(a, b)), `${a} * ${b}`).toBe(result)
      if (isShare(a)) expect(String(probe.fns.mulShare(a, b)), `${a} * ${b}`).toBe(result)
    }
  })

  it('divides parts by their whole as recorded', () => {
    const cases = of('safe_div').filter(({ a, b }) => a >= 0n && a <= b)
    expect(cases.length).toBe(2)
    for (const { a, b, result } of cases) {
      expect(String(probe.fns.divideSlowly(a, b)), `${a} / ${b}`).toBe(result)
      if (b < 1n << 61n) expect(String(probe.fns.divide(a, b)), `${a} / ${b}`).toBe(result)
    }
  })
})

describe('arithmetic of the kernel (by definition, on random and extreme operands)', () => {
  const random = new Random(20_260_630)
  const shares = [
    ...[0n, 1n, 2n, ONE - 2n, ONE - 1n, ONE, ONE / 2n, ONE / 2n + 1n, 65_535n, 65_536n],
    ...Array.from({ length: 60 }, () => BigInt(random.u32()) >> BigInt(random.below(32))),
  ]
  const wholes = [
    ...[1n, 2n, 3n, 65_535n, ONE - 1n, ONE, ONE + 1n, 4096n * ONE, (1n << 61n) - 1n],
    ...Array.from({ length: 60 }, () => (random.u64() >> BigInt(3 + random.below(61))) + 1n),
  ]
  const anyNumbers = [
    ...[-(1n << 63n), (1n << 63n) - 1n, -1n, 0n, -ONE, -ONE - 1n],
    ...Array.from(
      { length: 60 },
      () => BigInt.asIntN(64, random.u64()) >> BigInt(random.below(63)),
    ),
  ]

  it('multiplies, floored', () => {
    for (const a of shares) {
      for (const b of shares) expect(probe.fns.mulShare(a, b)).toBe((a * b) >> 32n)
      for (const b of anyNumbers) expect(probe.fns.mulWide(b, a)).toBe((a * b) >> 32n)
    }
  })

  it('divides a part by the whole, truncated', () => {
    for (const whole of wholes) {
      const parts = [0n, 1n, whole / 2n, whole / 3n, whole - 1n, whole, (whole * 7n) / 11n]
      for (const part of parts) {
        const expected = (part << 32n) / whole
        expect(probe.fns.divide(part, whole), `${part} / ${whole}`).toBe(expected)
        expect(probe.fns.divideSlowly(part, whole), `${part} / ${whole}`).toBe(expected)
      }
    }
  })

  it('adds, saturating', () => {
    const [least, most] = [-(1n << 63n), (1n << 63n) - 1n]
    for (const a of anyNumbers) {
      for (const b of anyNumbers) {
        const total = a + b
        const expected = total < least ? least : total > most ? most : total
        expect(probe.fns.addSaturating(a, b)).toBe(expected)
      }
    }
  })

  it('converts u16 shares, all of them, and back', () => {
    for (let x = 0; x <= 65_535; x += 1) {
      const share = (BigInt(x) << 32n) / 65_535n
      if (probe.fns.shareOfU16(x) !== share) throw new Error(`${x} of 65535`)
      const back = Number((share * 65_535n) >> 32n)
      if (probe.fns.u16OfShare(share) !== back) throw new Error(`${share} of 2^32`)
    }
    expect(probe.fns.u16OfShare((1n << 63n) - 1n)).toBe(65_535)
  })

  it('takes shares of rao, floored', () => {
    for (const share of shares) {
      for (const rao of [0n, 1n, 148_000_000_000n, (1n << 64n) - 1n, random.u64()]) {
        const got = BigInt.asUintN(64, probe.fns.shareOfRao(share, rao))
        expect(got).toBe((share * rao) >> 32n)
      }
    }
  })

  it('raises e as the reference does', () => {
    for (const x of [...anyNumbers, ...shares, ...shares.map((share) => -7n * share)]) {
      const expected = expSafe(I32F32.fromBits(x))
      for (const lane of [0, 1, 2, 3]) {
        expect(probe.fns.expSafe(x, lane), `${x} in lane ${lane}`).toBe(expected)
      }
    }
  })
})
