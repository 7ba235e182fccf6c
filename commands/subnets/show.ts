/**
 * `tao subnets show`: one subnet and its metagraph.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { confirmFlags, networkFlags } from '../../src/cli/flags.ts'
import { renderFields, renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { netuidFlag } from '../../src/cli/value-flags.ts'
import type { SubnetShowJson } from '../../src/ops/subnets/show.ts'
import { parseNetuid } from '../../src/primitives/ids.ts'

export default class SubnetsShow extends TaoCommand<SubnetShowJson> {
  static override summary = 'show a subnet and its neurons (the metagraph)'
  static override aliases = ['subnets metagraph']
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 1',
    '<%= config.bin %> subnets metagraph --netuid 1 --sort --json-output',
  ]
  static override flags = {
    ...networkFlags,
    netuid: netuidFlag(),
    mechid: Flags.integer({
      aliases: ['mech-id', 'mechanism-id', 'mechanism'],
      default: 0,
      min: 0,
      max: 15,
      summary: 'mechanism whose incentive is shown',
    }),
    sort: Flags.boolean({ summary: 'order by uid, not by stake' }),
    ...confirmFlags,
  }

  async run(): Promise<SubnetShowJson> {
    const { flags } = await this.parse(SubnetsShow)
    const netuid = await this.ask(flags.netuid, {
      option: '--netuid',
      message: 'Netuid',
      parse: parseNetuid,
    })
    const client = await this.connect(await this.settings(flags))
    const { latest } = await import('../../src/chain/read.ts')
    const show = await import('../../src/ops/subnets/show.ts')
    const { mechid, sort } = flags
    const json = await show.showSubnet(await latest(client), { netuid, mechid, sort })
    const rows = show.metagraphRows(json, this.isVerbose)
    this.log(renderTable(show.METAGRAPH_COLUMNS, rows, { title: `Subnet ${netuid}${json.name}` }))
    this.log(renderFields(show.subnetFacts(json)))
    return json
  }
}
