/**
 * A runtime's context over memory: pallet code without blocks, extrinsics or a node.
 *
 * @module
 */
import { expect } from 'vitest'
import { CallTable } from '../../local-chain/frame/call-table.ts'
import type { DispatchFailure } from '../../local-chain/frame/dispatch-error.ts'
import type { EventDef } from '../../local-chain/frame/pallet.ts'
import type { ProfileName } from '../../local-chain/frame/profile.ts'
import { createContext, type RuntimeContext } from '../../local-chain/frame/runtime.ts'
import type { Storage } from '../../local-chain/runtime/context.ts'
import { runtimeStorage } from '../../local-chain/runtime/storage.ts'
import { type AccountId, accountId } from '../../src/primitives/account-id.ts'
import { MemoryState } from './memory-state.ts'

export interface TestChain {
  readonly ctx: RuntimeContext<Storage>
  readonly reader: MemoryState
  /** Moves what was written into the store and forgets the events, as the end of a block does. */
  commit(): void
}

/** An empty state at block 1. */
export function testChain(profile: ProfileName = 'mainnet'): TestChain {
  const reader = new MemoryState()
  const ctx = createContext({ reader, profile, calls: new CallTable() }, runtimeStorage)
  ctx.blockNumber = 1
  return {
    ctx,
    reader,
    commit() {
      reader.apply(ctx.state.takeDiff())
      ctx.events.reset()
    },
  }
}

/** An account of 32 equal bytes. */
export function testAccount(byte: number): AccountId {
  return accountId(byte.toString(16).padStart(2, '0').repeat(32))
}

/** Names of the events since the last commit, `Pallet.Variant`. */
export function eventNames(chain: TestChain): string[] {
  return chain.ctx.events.records.map((record) => `${record.pallet}.${record.name}`)
}

/** Expects the last event to be this one with these values. */
export function expectLastEvent<T>(chain: TestChain, event: EventDef<T>, value: T): void {
  const last = chain.ctx.events.records.at(-1)
  expect(`${last?.pallet}.${last?.name}`).toBe(`${event.pallet}.${event.name}`)
  expect(Buffer.from(last?.bytes ?? []).toString('hex')).toBe(
    Buffer.from(event.encode(value)).toString('hex'),
  )
}

/**
 * Expects `body`, run as a call is (in a storage transaction), to be refused with `failure` and to
 * leave neither a changed key nor an event.
 */
export function expectNoop(
  chain: TestChain,
  body: () => unknown,
  failure: DispatchFailure | string,
): void {
  chain.commit()
  let thrown: unknown
  try {
    chain.ctx.transaction(body)
  } catch (error) {
    thrown = error
  }
  const expected = typeof failure === 'string' ? failure : failure.message
  expect(thrown instanceof Error ? thrown.message : 'no refusal').toBe(expected)
  expect(chain.ctx.state.takeDiff()).toEqual([])
  expect(chain.ctx.events.records).toEqual([])
}
