/**
 * The transaction pool: what was submitted and is not in a block yet.
 *
 * Transactions wait by tags, as in substrate: one is ready when everything that it requires is in the
 * state or provided by a ready one, and in the future until then. Order in a block is by priority,
 * then by arrival, and never before what is required.
 *
 * @module
 */
import { blake2b256Hex } from '../../src/primitives/hash.ts'
import { POOL_FUTURE_MAX, POOL_MAX } from './limits.ts'

/** What validation says of a good transaction. Tags are hex. */
export interface Validity {
  readonly priority: bigint
  /** Tags that other transactions must provide first. */
  readonly requires: readonly string[]
  readonly provides: readonly string[]
  /** Blocks for which the verdict holds, at most. */
  readonly longevity: bigint
}

/** What a watcher of a transaction hears. Hashes are hex without 0x. */
export type TransactionStatus =
  | { readonly type: 'future' | 'ready' | 'dropped' | 'invalid' }
  | { readonly type: 'inBlock' | 'finalized' | 'usurped'; readonly hash: string }

export type Watcher = (status: TransactionStatus) => void

/** Why the pool itself turned a valid transaction away. */
export class PoolError extends Error {
  override name = 'PoolError'
  readonly reason: 'banned' | 'alreadyImported' | 'priorityTooLow' | 'full' | 'noTags'
  /** The hash, for a transaction that is in already; the priorities, for one that is too low. */
  readonly detail: string

  constructor(reason: PoolError['reason'], detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}

export interface PoolTransaction {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly validity: Validity
  readonly arrival: number
}

interface Entry extends PoolTransaction {
  validity: Validity
  readonly watchers: Set<Watcher>
  ready: boolean
}

/**
 * Validates bytes against the state of the best block.
 *
 * @throws whatever tells the submitter why not
 */
export type Validate = (bytes: Uint8Array) => Validity

/** Hashes of transactions that turned out invalid are refused for so many blocks. */
const BAN_BLOCKS = 30

export class TransactionPool {
  readonly #validate: Validate
  readonly #byHash = new Map<string, Entry>()
  readonly #byTag = new Map<string, Entry>()
  readonly #banned = new Map<string, number>()
  #arrivals = 0
  #futures = 0

  constructor(validate: Validate) {
    this.#validate = validate
  }

  get size(): number {
    return this.#byHash.size
  }

  /** Whether something could go into a block now. */
  get hasReady(): boolean {
    return this.#byHash.size > this.#futures
  }

  has(hash: string): boolean {
    return this.#byHash.has(hash)
  }

  /**
   * Takes a transaction in.
   *
   * @returns its hash, hex
   * @throws PoolError  the pool will not have it
   * @throws whatever validation throws
   */
  submit(bytes: Uint8Array, blockNumber: number, watcher?: Watcher): string {
    const hash = blake2b256Hex(bytes)
    const bannedUntil = this.#banned.get(hash)
    if (bannedUntil !== undefined && bannedUntil > blockNumber) throw new PoolError('banned', hash)
    if (this.#byHash.has(hash)) throw new PoolError('alreadyImported', hash)
    const validity = this.#validate(bytes)
    if (validity.provides.length === 0) throw new PoolError('noTags', hash)

    const rivals = this.#rivals(validity)
    for (const rival of rivals) {
      if (rival.validity.priority >= validity.priority) {
        const priorities = `(${rival.validity.priority} vs ${validity.priority})`
        throw new PoolError('priorityTooLow', priorities)
      }
    }
    const ready = this.#isReady(validity)
    const isFull = this.#byHash.size - rivals.size >= POOL_MAX
    if (isFull || (!ready && this.#futures >= POOL_FUTURE_MAX)) throw new PoolError('full', hash)

    for (const rival of rivals) this.#remove(rival, { type: 'usurped', hash })
    const watchers = new Set<Watcher>(watcher === undefined ? [] : [watcher])
    const entry: Entry = { hash, bytes, validity, arrival: this.#arrivals++, watchers, ready }
    this.#byHash.set(hash, entry)
    for (const tag of validity.provides) this.#byTag.set(tag, entry)
    if (ready) {
      tell(entry, { type: 'ready' })
      this.#promote()
    } else {
      this.#futures++
      tell(entry, { type: 'future' })
    }
    return hash
  }

  /** Adds a watcher to a transaction; false when it is not in the pool. */
  unwatch(hash: string, watcher: Watcher): boolean {
    return this.#byHash.get(hash)?.watchers.delete(watcher) ?? false
  }

  /** Everything in the pool, in order of arrival. */
  pending(): PoolTransaction[] {
    return [...this.#byHash.values()]
  }

  /** Ready transactions in the order in which a block takes them. */
  ready(): PoolTransaction[] {
    const waiting = [...this.#byHash.values()].filter((entry) => entry.ready)
    waiting.sort(byPriority)
    const placed = new Set<string>()
    const ordered: PoolTransaction[] = []
    // A requirement may come later in priority order, so passes repeat until nothing moves.
    for (let moved = true; moved; ) {
      moved = false
      for (let i = 0; i < waiting.length; i++) {
        const entry = waiting[i]
        if (entry === undefined) continue
        const satisfied = entry.validity.requires.every(
          (tag) => placed.has(tag) || !this.#byTag.has(tag),
        )
        if (!satisfied) continue
        for (const tag of entry.validity.provides) placed.add(tag)
        ordered.push(entry)
        delete waiting[i]
        moved = true
      }
    }
    return ordered
  }

  /** Transactions that provide a tag, ready ones only. */
  isProvidedByReady(tag: string): boolean {
    return this.#byTag.get(tag)?.ready === true
  }

  /**
   * A block was made: what it holds leaves, the rest is judged again on the new state.
   *
   * @param included  bytes of the block's transactions by hash
   * @param invalid   hashes that the block builder tried and could not include
   */
  blockMade(block: {
    number: number
    hash: string
    included: ReadonlySet<string>
    invalid: ReadonlySet<string>
  }): void {
    for (const [hash, until] of this.#banned) if (until <= block.number) this.#banned.delete(hash)
    for (const hash of block.included) {
      const entry = this.#byHash.get(hash)
      if (entry === undefined) continue
      tell(entry, { type: 'inBlock', hash: block.hash })
      tell(entry, { type: 'finalized', hash: block.hash })
      this.#remove(entry)
    }
    for (const hash of block.invalid) {
      const entry = this.#byHash.get(hash)
      if (entry !== undefined) this.#reject(entry, block.number)
    }
    if (block.included.size > 0 || block.invalid.size > 0) this.#revalidate(block.number)
  }

  /** Judges everything again, for example because mortal transactions may have died. */
  revalidate(blockNumber: number): void {
    this.#revalidate(blockNumber)
  }

  /** Takes one transaction out, as an operator may ask. */
  remove(hash: string): boolean {
    const entry = this.#byHash.get(hash)
    if (entry === undefined) return false
    this.#remove(entry, { type: 'dropped' })
    return true
  }

  #revalidate(blockNumber: number): void {
    for (const entry of [...this.#byHash.values()]) {
      let validity: Validity
      try {
        validity = this.#validate(entry.bytes)
      } catch {
        this.#reject(entry, blockNumber)
        continue
      }
      for (const tag of entry.validity.provides) this.#byTag.delete(tag)
      for (const tag of validity.provides) this.#byTag.set(tag, entry)
      entry.validity = validity
    }
    this.#promote()
  }

  #rivals(validity: Validity): Set<Entry> {
    const rivals = new Set<Entry>()
    for (const tag of validity.provides) {
      const rival = this.#byTag.get(tag)
      if (rival !== undefined) rivals.add(rival)
    }
    return rivals
  }

  #isReady(validity: Validity): boolean {
    return validity.requires.every((tag) => this.isProvidedByReady(tag))
  }

  /** Futures whose requirements are met become ready, and may meet those of others. */
  #promote(): void {
    for (let moved = this.#futures > 0; moved; ) {
      moved = false
      for (const entry of this.#byHash.values()) {
        if (entry.ready || !this.#isReady(entry.validity)) continue
        entry.ready = true
        this.#futures--
        tell(entry, { type: 'ready' })
        moved = true
      }
    }
  }

  #reject(entry: Entry, blockNumber: number): void {
    this.#banned.set(entry.hash, blockNumber + BAN_BLOCKS)
    this.#remove(entry, { type: 'invalid' })
  }

  #remove(entry: Entry, status?: TransactionStatus): void {
    this.#byHash.delete(entry.hash)
    for (const tag of entry.validity.provides) {
      if (this.#byTag.get(tag)?.hash === entry.hash) this.#byTag.delete(tag)
    }
    if (!entry.ready) this.#futures--
    if (status !== undefined) tell(entry, status)
  }
}

function byPriority(a: Entry, b: Entry): number {
  if (a.validity.priority !== b.validity.priority) {
    return a.validity.priority > b.validity.priority ? -1 : 1
  }
  return a.arrival - b.arrival
}

function tell(entry: Entry, status: TransactionStatus): void {
  for (const watcher of entry.watchers) watcher(status)
}
