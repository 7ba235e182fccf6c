/**
 * `tao subnets price`: what alpha costs, and cost in the last hours.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { networkFlags } from '../../src/cli/flags.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { netuidsFlag, parseNetuids } from '../../src/cli/value-flags.ts'
import type { PricesJson } from '../../src/ops/subnets/price.ts'

export default class SubnetsPrice extends TaoCommand<PricesJson> {
  static override summary = 'show prices of subnets, now and in the last hours'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 1',
    '<%= config.bin %> <%= command.id %> --all --current',
  ]
  static override flags = {
    ...networkFlags,
    netuids: netuidsFlag({ char: 'n', aliases: ['netuid'], summary: 'subnets, 1,3,5-8' }),
    'all-netuids': Flags.boolean({ aliases: ['all'], summary: 'all subnets' }),
    'interval-hours': Flags.integer({
      aliases: ['interval'],
      default: 4,
      min: 1,
      max: 720,
      summary: 'length of the history',
      helpValue: 'HOURS',
    }),
    current: Flags.boolean({ summary: 'only now: nodes without old blocks can tell that too' }),
  }

  async run(): Promise<PricesJson> {
    const { flags } = await this.parse(SubnetsPrice)
    const netuids = flags['all-netuids']
      ? 'all'
      : await this.ask<number[]>(flags.netuids, {
          option: '--netuids',
          message: 'Netuids',
          parse: parseNetuids,
        })
    const client = await this.connect(await this.settings(flags))
    const { PRICE_COLUMNS, priceRows, readPrices } = await import('../../src/ops/subnets/price.ts')
    const hours = flags.current ? undefined : flags['interval-hours']
    const json = await readPrices(client, { netuids, hours })
    this.log(renderTable(PRICE_COLUMNS, priceRows(json)))
    return json
  }
}
