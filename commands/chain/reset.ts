/**
 * `tao chain reset`: deletes the local chain, so that the next command begins at block 0.
 *
 * @module
 */
import { confirmFlags, networkFlags } from '../../src/cli/flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'

interface ChainResetJson {
  readonly success: true
  readonly dataDir: string
}

export default class ChainReset extends TaoCommand<ChainResetJson> {
  static override summary = 'delete the local chain'
  static override description = 'Wallets stay. A node that runs on the folder must be ended first.'
  static override examples = ['<%= config.bin %> <%= command.id %> --yes']
  static override flags = { 'data-dir': networkFlags['data-dir'], ...confirmFlags }

  async run(): Promise<ChainResetJson> {
    const { flags } = await this.parse(ChainReset)
    const { dataDir } = await this.settings(flags)
    await this.confirm(`Delete the chain in ${dataDir.value}?`)
    const { deleteLocalChain } = await import('../../src/chain/local-chain.ts')
    await deleteLocalChain(dataDir.value)
    this.log(`deleted the chain in ${dataDir.value}`)
    return { success: true, dataDir: dataDir.value }
  }
}
