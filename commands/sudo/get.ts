/**
 * `tao sudo get`: the hyperparameters of a subnet.
 *
 * @module
 */
import { networkFlags } from '../../src/cli/flags.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { netuidFlag } from '../../src/cli/value-flags.ts'
import type { HyperparameterJson } from '../../src/ops/sudo/get.ts'
import { parseNetuid } from '../../src/primitives/ids.ts'

export default class SudoGet extends TaoCommand<readonly HyperparameterJson[]> {
  static override summary = 'show the hyperparameters of a subnet'
  static override aliases = ['subnets hyperparameters']
  static override examples = ['<%= config.bin %> <%= command.id %> --netuid 1']
  static override flags = { ...networkFlags, netuid: netuidFlag() }

  async run(): Promise<readonly HyperparameterJson[]> {
    const { flags } = await this.parse(SudoGet)
    const netuid = await this.ask(flags.netuid, {
      option: '--netuid',
      message: 'Netuid',
      parse: parseNetuid,
    })
    const client = await this.connect(await this.settings(flags))
    const get = await import('../../src/ops/sudo/get.ts')
    const list = await get.getHyperparameters(client, netuid)
    const title = `Hyperparameters of subnet ${netuid}`
    this.log(renderTable(get.HYPERPARAMETER_COLUMNS, get.hyperparameterRows(list), { title }))
    return list
  }
}
