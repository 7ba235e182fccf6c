/**
 * `tao stake remove`: turns alpha behind hotkeys back into free TAO.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, hotkeyListFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { chosenHotkeys } from '../../src/cli/hotkeys.ts'
import { priceProtection } from '../../src/cli/price-protection.ts'
import { type Submitted, submitCall } from '../../src/cli/submit-call.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { allNetuidsFlags, eraFlags, mevFlags, priceFlags } from '../../src/cli/transaction-flags.ts'
import { netuidFlag, parseNetuids, taoFlag } from '../../src/cli/value-flags.ts'
import type { RemoveEntry } from '../../src/ops/stake/remove.ts'
import { formatTao } from '../../src/primitives/amount.ts'

interface Removed {
  readonly netuid: number
  readonly hotkey_ss58: string
  /** Alpha. */
  readonly unstake_amount: number
  readonly success: boolean
  readonly extrinsic_identifier: string
}

interface RemovedAll {
  readonly success: Readonly<
    Record<string, { readonly success: boolean; readonly extrinsic_identifier: string }>
  >
}

type StakeRemoveJson = readonly Removed[] | RemovedAll

export default class StakeRemove extends TaoCommand<StakeRemoveJson> {
  static override summary = 'turn stake back into TAO'
  static override description =
    'The amount is alpha of the subnet; --all takes everything of the hotkeys on every subnet, ' +
    '--all-alpha leaves it on root instead. A price that moved more than the tolerance is refused.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 1 --amount 2.5 --yes',
    '<%= config.bin %> <%= command.id %> --all --hotkey default',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyListFlags,
    ...networkFlags,
    netuid: netuidFlag(),
    ...allNetuidsFlags,
    amount: taoFlag({ char: 'a', summary: 'alpha for each hotkey and subnet' }),
    all: Flags.boolean({ aliases: ['unstake-all'], summary: 'everything, on every subnet' }),
    'all-alpha': Flags.boolean({
      aliases: ['unstake-all-alpha'],
      exclusive: ['all'],
      summary: 'everything but root stake, staked on root again',
    }),
    ...priceFlags,
    ...eraFlags,
    ...mevFlags,
    ...confirmFlags,
  }

  async run(): Promise<StakeRemoveJson> {
    const { flags } = await this.parse(StakeRemove)
    const settings = await this.settings(flags)
    const protection = priceProtection(flags, settings)
    const isWhole = flags.all || flags['all-alpha']
    if (!isWhole && flags.amount === undefined && !this.canAsk) {
      throw usageError('MISSING_OPTION', 'which stake is meant: how much, or all of it?', [
        '--amount ALPHA',
        '--all',
        '--all-alpha',
      ])
    }
    const coldkey = await this.account('coldkey', settings)
    const hotkeys = await chosenHotkeys(this, settings, flags)
    const client = await this.connect(settings)
    const remove = await import('../../src/ops/stake/remove.ts')
    if (isWhole) {
      const keepOnRoot = flags['all-alpha']
      const plan = await remove.planRemoveAll(client, { coldkey, hotkeys, keepOnRoot })
      await this.#confirm(plan, 'Do you want to proceed with unstaking everything?')
      const signer = await this.unlock('coldkey', settings)
      const receipt = await submitCall(this, client, { call: plan.call, signer, options: flags })
      this.#report(remove.unstakedAmounts(receipt))
      const done = { success: true, extrinsic_identifier: receipt.identifier }
      return { success: Object.fromEntries(plan.hotkeys.map((hotkey) => [hotkey, done])) }
    }
    const known = flags['all-netuids'] && flags.netuid === undefined
    const netuids = known
      ? await remove.stakedNetuids(client, coldkey)
      : await this.ask(flags.netuid === undefined ? undefined : [flags.netuid], {
          option: '--netuid',
          message: 'Netuid',
          parse: parseNetuids,
        })
    const question = { option: '--amount', message: "Amount to unstake (alpha), or 'all'" }
    const parse = remove.parseUnstakeAmount
    const amount = await this.ask<bigint | 'all'>(flags.amount, { ...question, parse })
    const plan = await remove.planRemove(client, { coldkey, hotkeys, netuids, amount, protection })
    await this.#confirm(plan, 'Would you like to continue?')
    const signer = await this.unlock('coldkey', settings)
    const receipt = await submitCall(this, client, { call: plan.call, signer, options: flags })
    const amounts = remove.unstakedAmounts(receipt)
    this.#report(amounts)
    return plan.entries.map((entry) => toJson(entry, receipt))
  }

  async #confirm(
    plan: { entries: readonly RemoveEntry[]; feeRao: bigint },
    question: string,
  ): Promise<void> {
    const { REMOVE_COLUMNS, removeRows } = await import('../../src/ops/stake/remove.ts')
    const rows = removeRows(plan.entries, this.isVerbose)
    const table = renderTable(REMOVE_COLUMNS, rows, { title: 'Unstaking' })
    const fee = `Transaction fee: ${formatTao(plan.feeRao)} TAO`
    await this.confirm(question, `${table}\n${fee}`)
  }

  #report(amounts: readonly { netuid: number; hotkey: string; taoRao: bigint; alpha: bigint }[]) {
    for (const { netuid, hotkey, taoRao, alpha } of amounts) {
      this.log(
        `unstaked ${formatTao(alpha)} alpha behind ${hotkey} on subnet ${netuid} for ` +
          `${formatTao(taoRao)} TAO`,
      )
    }
  }
}

function toJson({ netuid, hotkey, alpha }: RemoveEntry, { identifier }: Submitted): Removed {
  return {
    netuid,
    hotkey_ss58: hotkey,
    unstake_amount: Number.parseFloat(formatTao(alpha)),
    success: true,
    extrinsic_identifier: identifier,
  }
}
