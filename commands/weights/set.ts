/**
 * `tao weights set`: what a validator thinks of the neurons of a subnet.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { eraFlags, waitFlags } from '../../src/cli/transaction-flags.ts'
import { netuidFlag } from '../../src/cli/value-flags.ts'
import { parseNetuid, parseUid } from '../../src/primitives/ids.ts'

interface WeightsSetJson {
  readonly success: true
  readonly message: string
  readonly extrinsic_identifier: string
  readonly netuid: number
  readonly uid: number
  readonly uids: readonly number[]
  readonly values: readonly number[]
}

export default class WeightsSet extends TaoCommand<WeightsSetJson> {
  static override summary = 'set the weights of a validator'
  static override description =
    'Weights of any scale: the largest becomes 65535, the others follow, zeros are left out. Signed ' +
    'by the hotkey, without fee.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 2 --uids 4,5,6 --weights 0.5,0.3,0.2 --yes',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyFlags,
    ...networkFlags,
    netuid: netuidFlag(),
    uids: Flags.string({ char: 'u', summary: 'neurons', helpValue: '4,5,6' }),
    weights: Flags.string({ char: 'w', summary: 'one weight each', helpValue: '0.5,0.3,0.2' }),
    mechid: Flags.integer({
      aliases: ['mech-id', 'mechanism'],
      default: 0,
      min: 0,
      max: 15,
      summary: 'mechanism of the subnet',
    }),
    'version-key': Flags.string({
      summary: 'version of the validator; the least accepted one unless given',
      helpValue: 'N',
    }),
    ...waitFlags,
    ...eraFlags,
    ...confirmFlags,
  }

  async run(): Promise<WeightsSetJson> {
    const { flags } = await this.parse(WeightsSet)
    const netuid = await this.ask(flags.netuid, {
      option: '--netuid',
      message: 'Netuid',
      parse: parseNetuid,
    })
    const texts = { option: '--uids', message: 'Uids, for example 4,5,6', parse: split }
    const uids = (await this.ask(listOf(flags.uids), texts)).map((text) => uidOf(text))
    const more = { option: '--weights', message: 'Weights, for example 0.5,0.3,0.2', parse: split }
    const weights = (await this.ask(listOf(flags.weights), more)).map((text) => weightOf(text))
    const settings = await this.settings(flags)
    const hotkey = await this.account('hotkey', settings)
    const client = await this.connect(settings)
    const { planSetWeights } = await import('../../src/ops/weights/set.ts')
    const { mechid } = flags
    const versionKey = versionOf(flags['version-key'])
    const given = { netuid, mechid, hotkey, uids, weights, versionKey }
    const { call, uid, ...emitted } = await planSetWeights(client, given)
    const rows = emitted.uids.map((one, i) => [String(one), String(emitted.values[i])])
    const columns = ['UID', { title: 'WEIGHT OF 65535', numeric: true }]
    await this.confirm(`Set these weights of uid ${uid}?`, renderTable(columns, rows))
    const signer = await this.unlock('hotkey', settings)
    const receipt = await submitCall(this, client, { call, signer, options: flags })
    const message = `uid ${uid} set ${emitted.uids.length} weights on subnet ${netuid}`
    this.log(message)
    return {
      success: true,
      message,
      extrinsic_identifier: receipt.identifier,
      netuid,
      uid,
      uids: emitted.uids,
      values: emitted.values,
    }
  }
}

function split(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

function listOf(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : split(text)
}

function uidOf(text: string): number {
  try {
    return parseUid(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw usageError('INVALID_UID', `--uids: ${why}`, ['--uids 4,5,6'])
  }
}

function weightOf(text: string): number {
  if (/^[0-9]+(\.[0-9]+)?$/.test(text)) return Number.parseFloat(text)
  throw usageError('WEIGHTS_INVALID', `--weights: ${JSON.stringify(text)} is no number from 0 on`, [
    '--weights 0.5,0.3,0.2',
  ])
}

function versionOf(text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined
  if (/^[0-9]{1,19}$/.test(text)) return BigInt(text)
  throw usageError('USAGE', `--version-key: ${JSON.stringify(text)} is no whole number`)
}
