/**
 * `tao wallet transfer`: moves free TAO to another account.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { renderFields } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { eraFlags } from '../../src/cli/transaction-flags.ts'
import { addressFlag, taoFlag } from '../../src/cli/value-flags.ts'
import { planTransfer } from '../../src/ops/wallet/transfer.ts'
import { formatTao, parseTao, taoBalance } from '../../src/primitives/amount.ts'
import { ss58Decode, ss58Encode } from '../../src/primitives/ss58.ts'

interface WalletTransferJson {
  readonly success: true
  readonly extrinsic_identifier: string
}

export default class WalletTransfer extends TaoCommand<WalletTransferJson> {
  static override summary = 'move free TAO to another account'
  static override description =
    'The existential deposit stays on the sending account unless --allow-death is given: an account ' +
    'with less ceases to exist.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name alice --dest 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --amount 12.5 --yes',
  ]
  static override flags = {
    dest: addressFlag({ char: 'd', aliases: ['destination'], summary: 'receiving address' }),
    amount: taoFlag({ char: 'a', summary: 'TAO to move' }),
    all: Flags.boolean({ summary: 'everything that may go' }),
    'allow-death': Flags.boolean({ summary: 'the sending account may cease to exist' }),
    ...eraFlags,
    ...walletFlags,
    ...networkFlags,
    ...confirmFlags,
  }

  async run(): Promise<WalletTransferJson> {
    const { flags } = await this.parse(WalletTransfer)
    if (flags.all && flags.amount !== undefined) {
      throw usageError('INVALID_OPTION', '--amount and --all exclude each other')
    }
    const to = await this.ask(flags.dest, {
      option: '--dest',
      message: 'Receiving address',
      parse: (text) => ss58Decode(text).accountId,
    })
    const amountRao = flags.all
      ? undefined
      : await this.ask(flags.amount, {
          option: '--amount',
          message: 'TAO to move',
          parse: parseTao,
        })
    const settings = await this.settings(flags)
    const from = await this.account('coldkey', settings)
    const client = await this.connect(settings)
    const plan = await planTransfer(client, {
      from,
      to,
      allowDeath: flags['allow-death'],
      ...(amountRao === undefined ? {} : { amountRao }),
      ...(flags.period === undefined ? {} : { eraBlocks: flags.period }),
    })
    const tao = (rao: bigint) => `${formatTao(taoBalance(rao))} TAO`
    await this.confirm(
      `Move ${tao(plan.amountRao)}?`,
      renderFields([
        ['From', `${settings.walletName.value} ${ss58Encode(from)}`],
        ['To', ss58Encode(to)],
        ['Amount', tao(plan.amountRao)],
        ['Fee', tao(plan.feeRao)],
        ['Left', tao(plan.leftRao)],
        ...(plan.lostRao > 0n ? [['Lost', tao(plan.lostRao)] as [string, string]] : []),
      ]),
    )
    const signer = await this.unlock('coldkey', settings)
    const { identifier } = await submitCall(this, client, {
      call: plan.call,
      signer,
      options: { period: flags.period },
    })
    this.log(`moved ${tao(plan.amountRao)} to ${ss58Encode(to)} in ${identifier}`)
    return { success: true, extrinsic_identifier: identifier }
  }
}
