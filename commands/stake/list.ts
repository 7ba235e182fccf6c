/**
 * `tao stake list`: stakes of a coldkey and what they are worth.
 *
 * @module
 */
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { renderFields, renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { addressFlag } from '../../src/cli/value-flags.ts'
import type { StakeListJson } from '../../src/ops/stake/list.ts'

export default class StakeList extends TaoCommand<StakeListJson> {
  static override summary = 'list the stakes of a coldkey'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name alice',
    '<%= config.bin %> <%= command.id %> --ss58 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyFlags,
    ...networkFlags,
    ss58: addressFlag({
      char: 'k',
      aliases: ['coldkey-ss58', 'key'],
      summary: 'coldkey by its address',
    }),
    ...confirmFlags,
  }

  async run(): Promise<StakeListJson> {
    const { flags } = await this.parse(StakeList)
    const settings = await this.settings(flags)
    const coldkey = flags.ss58 ?? (await this.account('coldkey', settings))
    const client = await this.connect(settings)
    const { listStake, STAKE_COLUMNS, stakeRows } = await import('../../src/ops/stake/list.ts')
    const json = await listStake(client, coldkey)
    for (const [hotkey, rows] of Object.entries(json.stake_info)) {
      const worth = rows.reduce((sum, { value }) => sum + value, 0)
      const footer = [String(rows.length), '', worth.toFixed(4), '', '', '', '', '', '']
      const title = `Hotkey: ${hotkey}`
      this.log(renderTable(STAKE_COLUMNS, stakeRows(rows), { title, footer }))
    }
    const total = json.free_balance + json.total_tao_value
    this.log(
      renderFields([
        ['Coldkey', json.coldkey_address],
        ['Free balance', `${json.free_balance} TAO`],
        ['Total value of stake', `${json.total_tao_value} TAO`],
        ['Total value', `${total.toFixed(9)} TAO`],
      ]),
    )
    return json
  }
}
