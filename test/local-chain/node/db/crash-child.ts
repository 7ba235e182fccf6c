/**
 * Child of the crash test: commits blocks without end and tells each head it has committed.
 *
 * @module
 */
import { writeSync } from 'node:fs'
import { acquireDataDir } from '../../../../local-chain/node/db/data-dir-lock.ts'
import { openLmdbDb } from '../../../../local-chain/node/db/lmdb-db.ts'
import { crashBlock, SEGMENT_BLOCKS } from './crash-blocks.ts'

const [dir = '', batch = '1', pruneKeep] = process.argv.slice(2)
await acquireDataDir(dir, { waitMs: 10_000 })
const db = openLmdbDb(dir, {
  segmentBlocks: SEGMENT_BLOCKS,
  ...(pruneKeep === undefined ? {} : { pruneKeep: Number(pruneKeep) }),
})
for (;;) {
  const next = (db.head?.number ?? -1) + 1
  db.commit(Array.from({ length: Number(batch) }, (_, index) => crashBlock(next + index)))
  writeSync(1, `${db.head?.number}\n`)
}
