/**
 * `tao subnets list`: all subnets with their pools and emission.
 *
 * @module
 */
import { networkFlags } from '../../src/cli/flags.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import type { SubnetListJson } from '../../src/ops/subnets/list.ts'

export default class SubnetsList extends TaoCommand<SubnetListJson> {
  static override summary = 'list subnets: price, emission, pool, tempo'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --network finney --json-output',
  ]
  static override flags = { ...networkFlags }

  async run(): Promise<SubnetListJson> {
    const { flags } = await this.parse(SubnetsList)
    const client = await this.connect(await this.settings(flags))
    const { latest } = await import('../../src/chain/read.ts')
    const { listSubnets, SUBNET_COLUMNS } = await import('../../src/ops/subnets/list.ts')
    const { json, rows, footer } = await listSubnets(await latest(client))
    this.log(renderTable(SUBNET_COLUMNS, rows, { footer }))
    return json
  }
}
