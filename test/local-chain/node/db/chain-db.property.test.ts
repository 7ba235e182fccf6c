/**
 * Goal: any sequence of blocks reads back like a naive model, however it was batched, pruned and
 * reopened. Method: short segments, so that seals, tails and pruning all happen within 40 blocks.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainDb, StorageChange } from '../../../../local-chain/node/db/types.ts'
import { anyDiff, anyKey, type Backend, backends, block, Model } from './support.ts'

const anyChain = fc.record({
  diffs: fc.array(anyDiff, { minLength: 1, maxLength: 40 }),
  /** Sizes of the batches, used in turn; a reopening after some. */
  batches: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  }),
  segmentBlocks: fc.integer({ min: 1, max: 7 }),
  lookups: fc.array(fc.tuple(fc.nat(), anyKey), { maxLength: 12 }),
})

type Chain = typeof anyChain extends fc.Arbitrary<infer T> ? T : never

async function play(backend: Backend, chain: Chain, pruneKeep?: number): Promise<void> {
  const { diffs, batches, segmentBlocks, lookups } = chain
  const options = pruneKeep === undefined ? { segmentBlocks } : { segmentBlocks, pruneKeep }
  const run = backend.start(options)
  const model = new Model()
  try {
    for (let at = 0, turn = 0; at < diffs.length; turn++) {
      const [size, reopen] = batches[turn % batches.length] ?? [1, false]
      const batch = diffs.slice(at, at + size)
      run.db().commit(batch.map((diff, index) => block(at + index, diff)))
      for (const diff of batch) model.apply(diff)
      at += batch.length
      // Lookups on the way: caches and indexes must not remember what later blocks change.
      for (const [number, key] of lookups) checkGet(run.db(), model, number % at, key)
      if (reopen) await run.reopen()
    }
    if (pruneKeep !== undefined) {
      expect(run.db().oldestState).toBe(Math.max(0, diffs.length - 1 - pruneKeep))
    }
    checkAll(run.db(), model)
    await run.reopen()
    checkAll(run.db(), model)
  } finally {
    await run.stop()
  }
}

function checkGet(db: ChainDb, model: Model, number: number, key: string): void {
  const state = db.stateAt(number)
  if (state !== undefined) expect(state.get(key)).toEqual(model.states[number]?.get(key))
}

function checkAll(db: ChainDb, model: Model): void {
  const head = model.states.length - 1
  expect(db.head?.number).toBe(head)
  const known = new Set(model.diffs.flatMap((diff) => [...diff.keys()]))
  const oldest = db.oldestState ?? 0
  for (let number = 0; number <= head; number++) {
    const state = db.stateAt(number)
    if (number < oldest) {
      expect(state).toBeUndefined()
      expect(db.diff(number)).toBeUndefined()
      continue
    }
    for (const key of known) checkGet(db, model, number, key)
    for (const [prefix, after] of [[''], ['aa'], ['ff', 'ff00'], ['', 'aaff']] as const) {
      expect([...(state?.keys(prefix, after) ?? [])]).toEqual(model.keys(number, prefix, after))
    }
    expect(db.diff(number)).toEqual(sorted(model.diffs[number] ?? new Map()))
  }
  for (const [key, value] of model.states[head] ?? []) expect(db.latest().get(key)).toEqual(value)
  expect([...db.latest().keys('')]).toEqual(model.keys(head, ''))
}

function sorted(diff: Map<string, Uint8Array | null>): StorageChange[] {
  return [...diff].sort(([a], [b]) => (a < b ? -1 : 1))
}

describe.each(backends)('history in $name', (backend) => {
  const numRuns = backend.name === 'memory' ? 150 : 50

  it('reads like a naive model at every block', async () => {
    await fc.assert(
      fc.asyncProperty(anyChain, (chain) => play(backend, chain)),
      { numRuns },
    )
  }, 60_000)

  it('reads like a naive model within the blocks that pruning keeps', async () => {
    await fc.assert(
      fc.asyncProperty(anyChain, fc.nat(10), async (chain, pruneKeep) => {
        await play(backend, chain, pruneKeep)
      }),
      { numRuns },
    )
  }, 60_000)
})
