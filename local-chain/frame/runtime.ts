/**
 * Assembles a runtime: which pallets, in which order, over which state. Dispatch is here; how blocks
 * and extrinsics are made of it is the business of `runtime/executive`.
 *
 * @module
 */
import { CallTable, type RuntimeCallValue } from './call-table.ts'
import { type Context, EventLog } from './context.ts'
import { DispatchFailure, type PostInfo } from './dispatch-error.ts'
import type { Origin } from './origin.ts'
import type { AnyPallet } from './pallet.ts'
import type { ProfileName } from './profile.ts'
import type { StateReader } from './state-reader.ts'
import { type Bound, bindStorage } from './storage/bind.ts'
import type { PalletStorage } from './storage/declare.ts'
import { State } from './storage/state.ts'
import { toSnakeCase } from './types/names.ts'

/** Storage declarations of a runtime by the property that its context uses. */
export interface StorageMap {
  readonly [property: string]: { readonly pallet: string; readonly storage: PalletStorage }
}

export type BoundRuntime<M extends StorageMap> = { readonly [P in keyof M]: Bound<M[P]['storage']> }

/** The chain's spelling of a call. */
export function callName(property: string, call: { readonly name?: string }): string {
  return call.name ?? toSnakeCase(property)
}

/** The calls of all pallets. */
export function buildCallTable(pallets: readonly AnyPallet[]): CallTable {
  const table = new CallTable()
  for (const pallet of pallets) {
    for (const [property, call] of Object.entries(pallet.calls ?? {})) {
      table.add(pallet.index, { pallet: pallet.name, name: callName(property, call), call })
    }
  }
  return table
}

/** A context whose block facts the executive moves on from block to block. */
export class RuntimeContext<S> implements Context<S> {
  readonly state: State
  readonly storage: S
  readonly profile: ProfileName
  readonly events = new EventLog()
  readonly scratch = new Map<string, unknown>()
  blockNumber = 0
  parentHash = '0'.repeat(64)

  constructor(state: State, storage: S) {
    this.state = state
    this.storage = storage
    this.profile = state.profile
    state.follow(this.events)
  }

  emit: Context<S>['emit'] = (event, value) => {
    // As frame_system: genesis has no events.
    if (this.blockNumber > 0) this.events.emit(event, value)
  }

  transaction<T>(body: () => T): T {
    return this.state.transaction(body)
  }
}

/** A context over a state, with the storage of every pallet bound to it. */
export function createContext<M extends StorageMap>(
  options: { reader: StateReader; profile: ProfileName; calls: CallTable },
  storage: M,
): RuntimeContext<BoundRuntime<M>> {
  const state = new State(options)
  const bound: Record<string, unknown> = {}
  for (const [property, entry] of Object.entries(storage)) {
    bound[property] = bindStorage(state, entry.pallet, entry.storage)
  }
  return new RuntimeContext(state, bound as BoundRuntime<M>)
}

export type DispatchOutcome =
  | { readonly ok: true; readonly post: PostInfo }
  | { readonly ok: false; readonly failure: DispatchFailure; readonly post: PostInfo }

/**
 * Runs one call in a storage transaction of its own, without filter or guards: those belong to the
 * runtime that calls this.
 */
export function runCall(ctx: Context, origin: Origin, call: RuntimeCallValue): DispatchOutcome {
  try {
    const post = ctx.transaction(() => call.call.run(ctx, origin, call.args)) ?? {}
    return { ok: true, post }
  } catch (error) {
    if (error instanceof DispatchFailure) {
      return { ok: false, failure: error, post: error.post }
    }
    throw error
  }
}
