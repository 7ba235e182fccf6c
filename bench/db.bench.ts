/**
 * Commits per second of the chain database, in batches as a fast-forwarding node writes them.
 *
 * One iteration is one batch, so blocks per second are the shown hz times the batch size. The two
 * loads: empty blocks (10 keys each), and busy ones (2,000 keys each, few of them new).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, bench, describe } from 'vitest'
import { openLmdbDb } from '../local-chain/node/db/lmdb-db.ts'
import { openMemoryDb } from '../local-chain/node/db/memory-db.ts'
import type { BlockRecord, ChainDb, StorageChange } from '../local-chain/node/db/types.ts'

const dir = mkdtempSync(join(tmpdir(), 'tao-bench-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const loads = [
  { load: 'empty blocks', keys: 10, batch: 100 },
  { load: 'busy blocks', keys: 2_000, batch: 20 },
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

describe.each(loads)('$load, $keys keys, batches of $batch', (load) => {
  const diffs = makeDiffs(load.keys)
  function measure(name: string, open: () => ChainDb): void {
    let db: ChainDb | undefined
    bench(
      name,
      () => {
        db ??= open()
        db.commit(makeBatch((db.head?.number ?? -1) + 1, load.batch, diffs))
      },
      { time: 1_500, warmupTime: 300 },
    )
  }
  measure('memory', () => openMemoryDb({ pruneKeep: 1_000 }))
  measure('lmdb', () => openLmdbDb(join(dir, load.load)))
})
