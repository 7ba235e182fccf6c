/**
 * `tao chain advance`: makes blocks now.
 *
 * @module
 */
import * as Args from '@oclif/core/args'
import { usageError } from '../../src/cli/errors.ts'
import { networkFlags } from '../../src/cli/flags.ts'
import { onInterrupt } from '../../src/cli/interrupt.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { type Advanced, advanceChain } from '../../src/ops/chain/advance.ts'

/** A year of blocks; more is a slip of the keyboard. */
const BLOCKS_MAX = 2_700_000

export default class ChainAdvance extends TaoCommand<Advanced> {
  static override summary = 'make blocks now'
  static override description =
    'Time follows the block number, so 7200 blocks are a day of the chain. Works on the local chain, ' +
    'running or not, and on any node that takes development requests.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> 360',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override args = { blocks: Args.string({ description: 'how many; 1 unless given' }) }
  static override flags = { ...networkFlags }

  async run(): Promise<Advanced> {
    const { flags, args } = await this.parse(ChainAdvance)
    const count = parseCount(args.blocks ?? '1')
    const client = await this.connect(await this.settings(flags))
    const bar = await this.bar('making blocks', count)
    let made = 0
    const forget = onInterrupt(() => {
      bar.done()
      this.note(`interrupted after ${made} of ${count} blocks; what is made stays`)
    })
    const advanced = await advanceChain(client, count, (now) => {
      made = now
      bar.update(now)
    })
    forget()
    bar.done()
    this.log(`block ${advanced.from} -> ${advanced.to} ${advanced.hash}`)
    return advanced
  }
}

function parseCount(text: string): number {
  const count = /^[0-9_]{1,10}$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN
  if (count >= 1 && count <= BLOCKS_MAX) return count
  throw usageError(
    'INVALID_COUNT',
    `${JSON.stringify(text)} is no number from 1 to ${BLOCKS_MAX}`,
    ['tao chain advance 360'],
  )
}
