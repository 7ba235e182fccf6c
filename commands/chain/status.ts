/**
 * `tao chain status`: where the chain stands.
 *
 * @module
 */
import { networkFlags } from '../../src/cli/flags.ts'
import { renderFields } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { type ChainStatus, chainStatus, runningNode } from '../../src/ops/chain/status.ts'
import { formatTao, taoBalance } from '../../src/primitives/amount.ts'

interface ChainStatusJson extends ChainStatus {
  /** Folder of the local chain; null elsewhere. */
  readonly dataDir: string | null
  /** The node that runs on this folder; null when there is none. */
  readonly node: { readonly pid: number; readonly url: string } | null
}

export default class ChainStatusCommand extends TaoCommand<ChainStatusJson> {
  static override summary = 'show where the chain stands'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override flags = { ...networkFlags }

  async run(): Promise<ChainStatusJson> {
    const { flags } = await this.parse(ChainStatusCommand)
    const settings = await this.settings(flags)
    const client = await this.connect(settings)
    const status = await chainStatus(client)
    const dataDir = settings.network.value === 'local' ? settings.dataDir.value : null
    const node = dataDir === null ? null : runningNode(dataDir)
    this.log(
      renderFields([
        ['Network', `${status.network} (${status.chain})`],
        ...(dataDir === null ? [] : [['Data folder', dataDir] as [string, string]]),
        ...(node === null
          ? []
          : [['Node', `${node.url}, process ${node.pid}`] as [string, string]]),
        ['Block', `${status.block} ${status.hash}`],
        ['Genesis', status.genesisHash],
        ['Runtime', `spec ${status.specVersion}, slots of ${status.slotDurationMs} ms`],
        ['Subnets', String(status.subnets)],
        ['Issuance', `${formatTao(taoBalance(BigInt(status.issuanceRao)))} TAO`],
        ['Waiting', `${status.pendingTransactions} transactions`],
      ]),
    )
    return { ...status, dataDir, node }
  }
}
