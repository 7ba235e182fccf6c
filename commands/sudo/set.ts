/**
 * `tao sudo set`: sets a hyperparameter as the subnet's owner, or as root.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { eraFlags } from '../../src/cli/transaction-flags.ts'
import { netuidFlag } from '../../src/cli/value-flags.ts'

interface SudoSetJson {
  readonly success: true
  readonly err_msg: string
  readonly extrinsic_identifier: string
  readonly hyperparameter: string
  readonly value: string
  readonly as_root: boolean
}

export default class SudoSet extends TaoCommand<SudoSetJson> {
  static override summary = 'set a hyperparameter of a subnet or of the chain'
  static override description =
    "The subnet's owner signs what the owner may set. What only root may set, and with --as-root " +
    'anything, goes through the sudo key of the chain: on a local chain that is //Alice.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 2 --param immunity_period --value 100',
    '<%= config.bin %> <%= command.id %> --netuid 2 --param min_burn --value 0.1 --normalize',
    '<%= config.bin %> <%= command.id %> --param admin_freeze_window --value 0 --wallet-name root',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyFlags,
    ...networkFlags,
    netuid: netuidFlag(),
    param: Flags.string({ aliases: ['parameter'], summary: 'its name', helpValue: 'NAME' }),
    value: Flags.string({ summary: 'its new value', helpValue: 'VALUE' }),
    normalize: Flags.boolean({
      aliases: ['normalise'],
      summary: 'the value is a fraction of the range, or an amount of TAO',
    }),
    'as-root': Flags.boolean({ summary: 'sign with the sudo key, whoever owns the subnet' }),
    ...eraFlags,
    ...confirmFlags,
  }

  async run(): Promise<SudoSetJson> {
    const { flags } = await this.parse(SudoSet)
    const parse = (text: string): string => text.trim()
    const asked = { option: '--param', message: 'Name of the hyperparameter', parse }
    const parameter = await this.ask(flags.param, asked)
    const value = await this.ask(flags.value, { option: '--value', message: 'New value', parse })
    const settings = await this.settings(flags)
    const coldkey = await this.account('coldkey', settings)
    const client = await this.connect(settings)
    const { planSetParameter } = await import('../../src/ops/sudo/set.ts')
    const plan = await planSetParameter(client, {
      netuid: flags.netuid,
      parameter,
      value,
      coldkey,
      normalise: flags.normalize,
      asRoot: flags['as-root'],
    })
    const where = flags.netuid === undefined ? 'the chain' : `subnet ${flags.netuid}`
    const who = plan.asRoot ? 'as root' : 'as its owner'
    await this.confirm(`Set ${plan.parameter} of ${where} to ${value} ${who}?`)
    const signer = await this.unlock('coldkey', settings)
    const receipt = await submitCall(this, client, { call: plan.call, signer, options: flags })
    this.log(`${plan.parameter} of ${where} is ${value}, set ${who}`)
    return {
      success: true,
      err_msg: '',
      extrinsic_identifier: receipt.identifier,
      hyperparameter: plan.parameter,
      value,
      as_root: plan.asRoot,
    }
  }
}
