/**
 * Blocks per second of a node that is told to go ahead, whole blocks from header to commit.
 *
 * @module
 */
import { join } from 'node:path'
import { openLmdbDb } from '../../local-chain/node/db/lmdb-db.ts'
import { openMemoryDb } from '../../local-chain/node/db/memory-db.ts'
import type { ChainDb } from '../../local-chain/node/db/types.ts'
import type { Ctx } from '../../local-chain/runtime/context.ts'
import type { Figure, Scenario } from '../figures.ts'
import { inFolder, rate } from '../measure.ts'
import { fillSubnet, nodeOver, startSubnets } from '../states.ts'

const SUBNETS = 128
/** The reference runtime, native, release mode, over a trie in memory, on the same machine. */
const REFERENCE_BLOCKS = 25

interface Load {
  readonly what: string
  readonly change: (ctx: Ctx) => void
  /** Blocks in one request. */
  readonly blocks: number
  readonly aim?: number
  readonly baseline?: Figure['baseline']
}

const loads: readonly Load[] = [
  { what: 'empty blocks', change: () => {}, blocks: 256, aim: 3_000 },
  {
    what: `blocks, ${SUBNETS} subnets that get TAO and alpha`,
    change: (ctx) =>
      startSubnets(ctx, { count: SUBNETS, emissionEnabled: true, rootTao: 1_000_000n }),
    blocks: 64,
    aim: 500,
    baseline: { name: 'reference runtime', value: REFERENCE_BLOCKS },
  },
  {
    what: 'blocks, one subnet of 256 neurons, 64 validators',
    change: (ctx) => fillSubnet(ctx, { neurons: 256, validators: 64 }),
    // One request runs one epoch: the tempo is 100.
    blocks: 101,
  },
]

export const blocks: Scenario = {
  name: 'blocks',
  measure: () =>
    inFolder(async (folder) => {
      const figures: Figure[] = []
      for (const load of loads) {
        const stores: [string, ChainDb][] = [
          ['memory', openMemoryDb({ pruneKeep: 1_000 })],
          ['lmdb', openLmdbDb(join(folder, load.what))],
        ]
        for (const [store, db] of stores) {
          const node = await nodeOver(db, load.change)
          const median = await rate(() => node.advance(load.blocks), load.blocks)
          figures.push({ ...load, what: `${load.what}, ${store}`, median, unit: 'a second' })
          await node.close()
        }
      }
      return figures
    }),
}
