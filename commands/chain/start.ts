/**
 * `tao chain start`: runs the local chain as a node until it is interrupted.
 *
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Flags from '@oclif/core/flags'
import { usageError } from '../../src/cli/errors.ts'
import { networkFlags } from '../../src/cli/flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { writeResult } from '../../src/cli/terminal.ts'
import { parseBlockTimeMs } from '../../src/ops/chain/block-time.ts'

/** One line of the node's log, as JSON when that was asked for. */
interface ChainStartJson {
  readonly url: string
  readonly dataDir: string
  readonly profile: string
  readonly block: number
}

export default class ChainStart extends TaoCommand<ChainStartJson> {
  static override summary = 'run the local chain as a node'
  static override description =
    'Real clients connect to the address that is printed: btcli, the Python SDK, polkadot.js. ' +
    'Commands that use the same data folder find the node by themselves. Ctrl-C ends it.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --port 0 --mode interval --block-time 250ms',
  ]
  static override flags = {
    port: Flags.integer({
      default: 9944,
      min: 0,
      max: 65_535,
      summary: 'port; 0 takes a free one',
    }),
    host: Flags.string({ default: '127.0.0.1', summary: 'address to listen on' }),
    mode: Flags.string({
      default: 'instant',
      options: ['instant', 'interval', 'manual'],
      summary: 'make a block for each transaction, in intervals, or when asked',
    }),
    'block-time': Flags.string({
      summary: 'time between blocks in interval mode; 12s, or 250ms with --fast, unless given',
      helpValue: '250ms',
    }),
    fast: Flags.boolean({ summary: 'a new chain gets the short delays of a development build' }),
    tmp: Flags.boolean({ summary: 'use an empty folder and delete it in the end' }),
    'data-dir': networkFlags['data-dir'],
  }

  async run(): Promise<ChainStartJson> {
    const { flags } = await this.parse(ChainStart)
    const blockTimeMs = this.#blockTime(flags['block-time'], flags.fast)
    if (flags['block-time'] !== undefined && flags.mode !== 'interval') {
      throw usageError('INVALID_OPTION', '--block-time needs --mode interval', ['--mode interval'])
    }
    const { dataDir } = await this.settings(flags)
    const folder = flags.tmp ? this.#temporary() : dataDir.value
    const { startNode } = await import('../../src/ops/chain/start-node.ts')
    const { chain, url } = await startNode({
      dataDir: folder,
      host: flags.host,
      port: flags.port,
      mode:
        flags.mode === 'interval'
          ? { type: 'interval', blockTimeMs }
          : { type: flags.mode as 'instant' | 'manual' },
      profile: flags.fast ? 'fast' : undefined,
      onBug: (error) => this.warn(error instanceof Error ? error : String(error)),
    })
    this.onEnd(() => chain.close())
    const started = { url, dataDir: folder, profile: chain.profile, block: chain.best.number }
    if (this.isJson) writeResult(JSON.stringify(started))
    else this.log(`${url}\nchain ${folder}, ${chain.profile} rules, at block ${chain.best.number}`)
    if (chain.best.number === 0) await this.#showAccounts()
    chain.onBlock(({ number, hash }) => {
      // Fixtures of other clients wait for this wording.
      this.log(`Imported #${number} (0x${hash.slice(0, 4)}…${hash.slice(-4)})`)
    })
    // The node lives until a signal ends the process; `onEnd` closes it then.
    return new Promise(() => {})
  }

  #blockTime(text: string | undefined, isFast: boolean): number {
    if (text === undefined) return isFast ? 250 : 12_000
    try {
      return parseBlockTimeMs(text)
    } catch (error) {
      if (error instanceof RangeError) throw usageError('INVALID_BLOCK_TIME', error.message)
      throw error
    }
  }

  async #showAccounts(): Promise<void> {
    const { devAccounts } = await import('../../src/ops/chain/dev-accounts.ts')
    const lines = (await devAccounts()).map(
      ({ uri, address, tao, isSudo }) =>
        `  ${uri.padEnd(10)} ${address}  ${tao} TAO${isSudo ? ', sudo' : ''}`,
    )
    this.note(
      `a new chain; everybody knows its keys, see tao wallet create --uri:\n${lines.join('\n')}`,
    )
  }

  #temporary(): string {
    const folder = mkdtempSync(join(tmpdir(), 'tao-chain-'))
    this.onEnd(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }
}
