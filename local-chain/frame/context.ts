/**
 * What runtime code works with during one block: storage, events, and the facts of the block. Code
 * that is given a context needs nothing else; clock and randomness do not exist.
 *
 * @module
 */
import type { EventDef } from './pallet.ts'
import type { ProfileName } from './profile.ts'
import type { Rewindable, State } from './storage/state.ts'

/** When in the block an event happened. */
export type Phase =
  | { readonly type: 'ApplyExtrinsic'; readonly value: number }
  | { readonly type: 'Finalization' }
  | { readonly type: 'Initialization' }

export interface EventRecord {
  readonly phase: Phase
  readonly pallet: string
  readonly name: string
  /** SCALE of the RuntimeEvent. */
  readonly bytes: Uint8Array
}

/** The events of one block. Dropped storage transactions take theirs back. */
export class EventLog implements Rewindable {
  readonly records: EventRecord[] = []
  phase: Phase = { type: 'Initialization' }

  mark(): number {
    return this.records.length
  }
  rewind(mark: number): void {
    this.records.length = mark
  }
  emit<T>(event: EventDef<T>, value: T): void {
    this.records.push({
      phase: this.phase,
      pallet: event.pallet,
      name: event.name,
      bytes: event.encode(value),
    })
  }
  /** Forgets the events of the block before. */
  reset(): void {
    this.records.length = 0
    this.phase = { type: 'Initialization' }
  }
}

/** `S` is the bound storage of all pallets of the runtime. */
export interface Context<S = unknown> {
  readonly state: State
  readonly storage: S
  readonly profile: ProfileName
  readonly events: EventLog
  /** Number of the block being built, or of the latest one when a runtime API runs. */
  readonly blockNumber: number
  /** Hash of the parent block, hex. */
  readonly parentHash: string
  /** Facts that pallets leave for one another within a block and that are not storage. */
  readonly scratch: Map<string, unknown>
  emit<T>(event: EventDef<T>, value: T): void
  /** Runs `body` in a storage transaction: what it wrote is undone when it throws. */
  transaction<T>(body: () => T): T
}
