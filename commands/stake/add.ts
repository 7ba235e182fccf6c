/**
 * `tao stake add`: turns free TAO of a coldkey into alpha behind hotkeys.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, hotkeyListFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { chosenHotkeys } from '../../src/cli/hotkeys.ts'
import { priceProtection } from '../../src/cli/price-protection.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { eraFlags, mevFlags, priceFlags } from '../../src/cli/transaction-flags.ts'
import { netuidsFlag, parseNetuids, taoFlag } from '../../src/cli/value-flags.ts'
import { formatTao, parseTao } from '../../src/primitives/amount.ts'
import { ss58Encode } from '../../src/primitives/ss58.ts'

/** By subnet, then by hotkey. */
type ByPlace<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

interface StakeAddJson {
  readonly staking_success: ByPlace<boolean>
  readonly error_messages: ByPlace<string>
  readonly extrinsic_ids: ByPlace<string>
}

export default class StakeAdd extends TaoCommand<StakeAddJson> {
  static override summary = 'stake TAO behind a hotkey on one or more subnets'
  static override description =
    'Several purchases are one transaction: all happen or none. A price that moved more than the ' +
    'tolerance is refused; --unsafe takes any price, --partial as much as the limit allows.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 1 --amount 2.5 --yes',
    '<%= config.bin %> <%= command.id %> --netuids 1,4 --amount 10 -in miner1,miner2 --tolerance 0.02',
    '<%= config.bin %> <%= command.id %> --netuid 0 --all',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyListFlags,
    ...networkFlags,
    netuids: netuidsFlag({ char: 'n', aliases: ['netuid'], summary: 'subnets, 1,3,5-8' }),
    amount: taoFlag({ summary: 'TAO for each hotkey and subnet', exclusive: ['all'] }),
    all: Flags.boolean({
      char: 'a',
      aliases: ['all-tokens'],
      summary: 'everything that can be spent',
    }),
    ...priceFlags,
    ...eraFlags,
    ...mevFlags,
    ...confirmFlags,
  }

  async run(): Promise<StakeAddJson> {
    const { flags } = await this.parse(StakeAdd)
    const settings = await this.settings(flags)
    const protection = priceProtection(flags, settings)
    const netuids = await this.ask(flags.netuids, {
      option: '--netuid',
      message: 'Netuids to stake on',
      parse: parseNetuids,
    })
    const question = { option: '--amount', message: 'Amount to stake (TAO)' }
    const amount = flags.all
      ? 'all'
      : await this.ask(flags.amount, { ...question, parse: (text) => parseTao(text) })
    const coldkey = await this.account('coldkey', settings)
    const hotkeys = await chosenHotkeys(this, settings, flags)
    if (hotkeys.length === 0) throw usageError('USAGE', 'no hotkey is left', ['--hotkey NAME'])
    const client = await this.connect(settings)
    const stake = await import('../../src/ops/stake/add.ts')
    const plan = await stake.planAdd(client, { coldkey, hotkeys, netuids, amount, protection })
    for (const hotkey of plan.dropped) {
      this.warn(`the chain does not know hotkey ${ss58Encode(hotkey)}, it is left out`)
    }
    const rows = stake.addRows(plan, this.isVerbose)
    const fee = `Transaction fee: ${formatTao(plan.feeRao)} TAO`
    const preview = `${renderTable(stake.ADD_COLUMNS, rows, { title: 'Staking' })}\n${fee}`
    await this.confirm('Would you like to continue?', preview)
    const signer = await this.unlock('coldkey', settings)
    const receipt = await submitCall(this, client, { call: plan.call, signer, options: flags })
    const added = stake.stakedAmounts(receipt)
    for (const { netuid, hotkey, taoRao, alpha } of added) {
      this.log(
        `staked ${formatTao(taoRao)} TAO on subnet ${netuid} for ${formatTao(alpha)} alpha ` +
          `behind ${hotkey}`,
      )
    }
    const places = plan.entries.map(({ netuid, hotkey }) => ({
      netuid,
      hotkey: ss58Encode(hotkey),
    }))
    return {
      staking_success: byPlace(places, true),
      error_messages: byPlace(places, ''),
      extrinsic_ids: byPlace(places, receipt.identifier),
    }
  }
}

function byPlace<T>(places: readonly { netuid: number; hotkey: string }[], value: T): ByPlace<T> {
  const result: Record<string, Record<string, T>> = {}
  for (const { netuid, hotkey } of places) {
    result[netuid] = { ...result[netuid], [hotkey]: value }
  }
  return result
}
