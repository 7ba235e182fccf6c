/**
 * Blocks per second that the chain database commits, in batches as a fast-forwarding node writes
 * them: empty ones of 10 keys, and busy ones of 2,000 keys, few of them new.
 *
 * @module
 */
import { join } from 'node:path'
import { openLmdbDb } from '../../local-chain/node/db/lmdb-db.ts'
import { openMemoryDb } from '../../local-chain/node/db/memory-db.ts'
import type { BlockRecord, ChainDb, StorageChange } from '../../local-chain/node/db/types.ts'
import type { Figure, Scenario } from '../figures.ts'
import { inFolder, rate } from '../measure.ts'

const loads = [
  { load: 'empty', keys: 10, batch: 128 },
  { load: 'busy', keys: 2_000, batch: 16 },
]

/** Diffs made beforehand: what is timed is the commit, not the making of keys. */
function makeDiffs(keys: number): StorageChange[][] {
  const names = Array.from(
    { length: keys },
    (_, i) => `658faa385070e074c85bf6b568cf0555${i.toString(16).padStart(96, '0')}`,
  )
  return [1, 2, 3, 4].map((fill) =>
    names.map((key, i) => [key, new Uint8Array(8 + (i % 24)).fill(fill)]),
  )
}

function makeBatch(first: number, size: number, diffs: StorageChange[][]): BlockRecord[] {
  return Array.from({ length: size }, (_, index) => {
    const number = first + index
    const diff = diffs[number % diffs.length] ?? []
    const hash = (number + 1).toString(16).padStart(64, '0')
    return { number, hash, header: new Uint8Array(200), body: [new Uint8Array(12)], diff }
  })
}

export const database: Scenario = {
  name: 'database',
  measure: () =>
    inFolder(async (folder) => {
      const figures: Figure[] = []
      for (const { load, keys, batch } of loads) {
        const diffs = makeDiffs(keys)
        const stores: [string, ChainDb][] = [
          ['memory', openMemoryDb({ pruneKeep: 1_000 })],
          ['lmdb', openLmdbDb(join(folder, load))],
        ]
        for (const [store, db] of stores) {
          const next = () => (db.head?.number ?? -1) + 1
          const median = await rate(() => db.commit(makeBatch(next(), batch, diffs)), batch)
          const what = `commits of ${load} blocks (${keys} keys), ${store}`
          figures.push({ what, median, unit: 'a second' })
          await db.close()
        }
      }
      return figures
    }),
}
