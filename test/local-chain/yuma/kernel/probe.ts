/**
 * The kernel's pieces one by one: `assembly/probe.ts`, compiled for tests, and its memory as vectors and
 * rows.
 *
 * @module
 */
import { compile } from '../../../../local-chain/yuma/build-kernel.mjs'

type Entry = readonly [column: number, bits: bigint]
type Rows = readonly (readonly Entry[])[]

/** The functions that tests call; see the sources for their parameters. */
interface ProbeExports {
  readonly memory: WebAssembly.Memory
  arrange(...sizes: number[]): number
  clearRows(): void
  mulShare(a: bigint, b: bigint): bigint
  mulWide(a: bigint, share: bigint): bigint
  addSaturating(a: bigint, b: bigint): bigint
  divide(a: bigint, divisor: bigint): bigint
  divideSlowly(a: bigint, divisor: bigint): bigint
  shareOfU16(x: number): bigint
  u16OfShare(x: bigint): number
  shareOfRao(share: bigint, rao: bigint): bigint
  expSafe(x: bigint, lane: number): bigint
  startLiquidAlpha(low: bigint, high: bigint, slope: bigint): void
  cellAlpha(consensus: bigint, weight: bigint, bond: bigint): bigint
  mixCell(from: bigint, to: bigint, penalty: bigint): bigint
  followCell(bond: bigint, weight: bigint, alpha: bigint): bigint
  weightedMedian(count: number, below: bigint, upTo: bigint, minority: bigint): bigint
  normalizeStakeShares(sum: bigint): void
  findPermits(most: number, owner: number): void
  countAllColumns(): void
  loadWeights(owner: number, hasCommits: number): number
  transposeWeights(): void
  findConsensus(majority: bigint): void
  findIncentive(): void
  followedRow(uid: number, penalty: bigint): number
}

type Address =
  | 'activeStake'
  | 'consensus'
  | 'followedColumn'
  | 'followedShare'
  | 'lastUpdate'
  | 'oldPermit'
  | 'partition'
  | 'permit'
  | 'registered'
  | 'rowColumn'
  | 'rowShare'
  | 'rowStart'
  | 'stake'
  | 'trust'
  | 'weightPairs'
  | 'weightStart'

/** A uid that nobody has. */
export const NOBODY = 0xffff_ffff

export class Probe {
  readonly fns: ProbeExports
  readonly #at: Readonly<Record<Address, WebAssembly.Global>>
  #n = 0

  get n(): number {
    return this.#n
  }

  /** Compiles the module: seconds. */
  static async load(): Promise<Probe> {
    return new Probe(
      new WebAssembly.Instance(new WebAssembly.Module(await compile('probe'))).exports,
    )
  }

  constructor(exports: object) {
    this.fns = exports as ProbeExports
    this.#at = exports as Readonly<Record<Address, WebAssembly.Global>>
  }

  /** Lays out the memory for n neurons whose rows have `entries` weights in all. */
  arrange(n: number, entries = 0): void {
    this.#n = n
    this.fns.arrange(n, n, n, 0, 0, entries, entries, 0)
    this.fns.clearRows()
    // Everybody may validate, and no weight is older than its neuron.
    this.u8('oldPermit', n).fill(1)
    this.i64('lastUpdate').fill(1n)
    this.i64('registered').fill(0n)
  }

  u8(address: Address, length: number): Uint8Array {
    return new Uint8Array(this.fns.memory.buffer, this.#address(address), length)
  }

  u16(address: Address, length: number): Uint16Array {
    return new Uint16Array(this.fns.memory.buffer, this.#address(address), length)
  }

  u32(address: Address, length: number): Uint32Array {
    return new Uint32Array(this.fns.memory.buffer, this.#address(address), length)
  }

  i64(address: Address, length = this.#n): BigInt64Array {
    return new BigInt64Array(this.fns.memory.buffer, this.#address(address), length)
  }

  /** Puts shares in the place of the weights that count. */
  setRows(rows: Rows): void {
    this.#setStarts(this.u32('rowStart', rows.length + 1), rows)
    const entries = rows.flat()
    this.u16('rowColumn', entries.length).set(entries.map(([column]) => column))
    this.i64('rowShare', entries.length).set(entries.map(([, bits]) => bits))
  }

  /** Stores rows of whole numbers, as a chain does. */
  setStoredWeights(rows: Rows): void {
    this.#setStarts(this.u32('weightStart', rows.length + 1), rows)
    const pairs = rows.flat().flatMap(([column, bits]) => [column, Number(bits >> 32n)])
    this.u16('weightPairs', pairs.length).set(pairs)
  }

  rows(): Entry[][] {
    const start = this.u32('rowStart', this.#n + 1)
    return Array.from({ length: this.#n }, (_, i) => {
      const [first = 0, last = 0] = [start[i], start[i + 1]]
      const columns = this.u16('rowColumn', last).subarray(first)
      const shares = this.i64('rowShare', last).subarray(first)
      return Array.from(columns, (column, k): Entry => [column, shares[k] ?? 0n])
    })
  }

  followed(count: number): Entry[] {
    const columns = this.u16('followedColumn', count)
    const shares = this.i64('followedShare', count)
    return Array.from(columns, (column, k): Entry => [column, shares[k] ?? 0n])
  }

  #setStarts(start: Uint32Array, rows: Rows): void {
    let end = 0
    start[0] = 0
    for (const [i, row] of rows.entries()) {
      end += row.length
      start[i + 1] = end
    }
  }

  #address(address: Address): number {
    return this.#at[address].value as number
  }
}
