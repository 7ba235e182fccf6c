/**
 * Goal: a state reads, iterates, undoes and diffs like the chain's storage.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { CallTable } from '../../../local-chain/frame/call-table.ts'
import { createContext } from '../../../local-chain/frame/runtime.ts'
import type { StateReader } from '../../../local-chain/frame/state-reader.ts'
import {
  doubleMap,
  map,
  nMap,
  optionalValue,
  value,
} from '../../../local-chain/frame/storage/declare.ts'
import { blake2Concat, identity } from '../../../local-chain/frame/storage/hashers.ts'
import type { DiffEntry } from '../../../local-chain/frame/storage/state.ts'
import { vec } from '../../../local-chain/frame/types/combinators.ts'
import { accountId } from '../../../local-chain/frame/types/common.ts'
import { u16, u64 } from '../../../local-chain/frame/types/primitives.ts'
import { accountId as account } from '../../../src/primitives/account-id.ts'

const storage = {
  toy: {
    pallet: 'Toy',
    storage: {
      total: value(u64, 7n),
      maybe: optionalValue(u16),
      burn: map(identity(u16), u64, 0n),
      stake: doubleMap(identity(u16), blake2Concat(accountId), u64, 0n),
      rows: map(identity(u16), vec(u16), []),
      alpha: nMap([blake2Concat(accountId), identity(u16), identity(u16)], u64, 0n),
    },
  },
}

class Store implements StateReader {
  readonly entries = new Map<string, Uint8Array>()
  get(key: string) {
    return this.entries.get(key)
  }
  keys(prefix: string, after?: string) {
    return [...this.entries.keys()]
      .filter((key) => key.startsWith(prefix) && (after === undefined || key > after))
      .sort()
  }
  apply(diff: DiffEntry[]) {
    for (const [key, bytes] of diff) {
      if (bytes === null) this.entries.delete(key)
      else this.entries.set(key, bytes)
    }
  }
}

function setup(store = new Store()) {
  const ctx = createContext({ reader: store, profile: 'mainnet', calls: new CallTable() }, storage)
  return { ctx, toy: ctx.storage.toy, store }
}

const alice = account('aa'.repeat(32))
const bob = account('bb'.repeat(32))

describe('State', () => {
  it('gives defaults for absent values and undefined for optional ones', () => {
    const { toy } = setup()
    expect(toy.total.get()).toBe(7n)
    expect(toy.maybe.get()).toBeUndefined()
    expect(toy.burn.get(3)).toBe(0n)
    expect(toy.burn.exists(3)).toBe(false)
  })

  it('undoes everything that a failed transaction wrote, nested ones too', () => {
    const { ctx, toy } = setup()
    toy.burn.set(1, 5n)
    expect(() =>
      ctx.transaction(() => {
        toy.burn.set(1, 6n)
        toy.stake.set(1, alice, 2n)
        ctx.transaction(() => toy.total.set(9n))
        toy.burn.remove(1)
        throw new Error('refused')
      }),
    ).toThrow('refused')
    expect(toy.burn.get(1)).toBe(5n)
    expect(toy.stake.keysOf(1)).toEqual([])
    expect(toy.total.exists()).toBe(false)
  })

  it('lists entries in raw key order, which for u16 keys is by low byte first', () => {
    const { toy } = setup()
    for (const netuid of [257, 1, 256, 0, 2]) toy.burn.set(netuid, 1n)
    expect(toy.burn.keys()).toEqual([0, 256, 1, 257, 2])
  })

  it('sees entries of the store and of memory alike after a reload', () => {
    const first = setup()
    first.toy.stake.set(1, bob, 2n)
    first.toy.stake.set(1, alice, 1n)
    first.toy.stake.set(2, alice, 3n)
    first.toy.alpha.set(alice, 1, 2, 8n)
    first.store.apply(first.ctx.state.takeDiff())
    const { ctx, toy, store } = setup(first.store)
    toy.stake.remove(1, alice)
    toy.stake.set(1, account('cc'.repeat(32)), 4n)
    expect(toy.stake.entriesOf(1)).toHaveLength(2)
    expect(toy.alpha.entriesOf(alice, 1)).toEqual([{ keys: [alice, 1, 2], value: 8n }])
    store.apply(ctx.state.takeDiff())
    expect(store.entries.size).toBe(4)
  })

  it('leaves values that came back to what they were out of the diff', () => {
    const { ctx, toy, store } = setup()
    toy.rows.set(1, [1, 2])
    toy.total.set(1n)
    store.apply(ctx.state.takeDiff())
    toy.rows.set(1, [1, 2])
    toy.total.set(2n)
    toy.total.set(1n)
    toy.burn.set(9, 1n)
    toy.burn.remove(9)
    expect(ctx.state.takeDiff()).toEqual([])
  })
})
