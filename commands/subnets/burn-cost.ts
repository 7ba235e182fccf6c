/**
 * `tao subnets burn-cost`: what a new subnet costs now.
 *
 * @module
 */
import { networkFlags } from '../../src/cli/flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { formatTao } from '../../src/primitives/amount.ts'

interface BurnCostJson {
  readonly burn_cost: { readonly rao: string; readonly tao: number }
  readonly error: string
}

export default class SubnetsBurnCost extends TaoCommand<BurnCostJson> {
  static override summary = 'say what a new subnet costs now'
  static override examples = ['<%= config.bin %> <%= command.id %>']
  static override flags = { ...networkFlags }

  async run(): Promise<BurnCostJson> {
    const { flags } = await this.parse(SubnetsBurnCost)
    const client = await this.connect(await this.settings(flags))
    const { latest } = await import('../../src/chain/read.ts')
    const { subnetPrice } = await import('../../src/ops/subnets/create.ts')
    const { taoNumber } = await import('../../src/ops/units.ts')
    const rao = await subnetPrice(await latest(client))
    this.log(`Subnet burn cost: ${formatTao(rao)} TAO`)
    return { burn_cost: { rao: rao.toString(), tao: taoNumber(rao) }, error: '' }
  }
}
