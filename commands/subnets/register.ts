/**
 * `tao subnets register`: gives a hotkey a uid on a subnet.
 *
 * @module
 */
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { priceProtection } from '../../src/cli/price-protection.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { renderFields } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { eraFlags, safeRegisterFlags } from '../../src/cli/transaction-flags.ts'
import { netuidFlag } from '../../src/cli/value-flags.ts'
import { formatTao } from '../../src/primitives/amount.ts'
import { parseNetuid } from '../../src/primitives/ids.ts'
import { ss58Encode } from '../../src/primitives/ss58.ts'

interface SubnetRegisterJson {
  readonly success: true
  readonly msg: string
  readonly extrinsic_identifier: string | null
  readonly netuid: number
  readonly uid: number
}

export default class SubnetsRegister extends TaoCommand<SubnetRegisterJson> {
  static override summary = 'register a hotkey on a subnet'
  static override description =
    'The price is burned. By default it may rise by the tolerance until the chain gets to it; ' +
    '--unsafe takes any price. On subnet 0 (root) nothing is burned.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --netuid 2 --wallet-name miner --hotkey default',
    '<%= config.bin %> <%= command.id %> --netuid 2 --unsafe --yes',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyFlags,
    ...networkFlags,
    netuid: netuidFlag(),
    ...safeRegisterFlags,
    ...eraFlags,
    ...confirmFlags,
  }

  async run(): Promise<SubnetRegisterJson> {
    const { flags } = await this.parse(SubnetsRegister)
    const netuid = await this.ask(flags.netuid, {
      option: '--netuid',
      message: 'Netuid',
      parse: parseNetuid,
    })
    if (flags.tolerance !== undefined && netuid === 0) {
      throw usageError('USAGE', 'root has no price that a tolerance could limit', [
        'leave --tolerance out',
      ])
    }
    const settings = await this.settings(flags)
    const coldkey = await this.account('coldkey', settings)
    const hotkey = await this.account('hotkey', settings)
    const client = await this.connect(settings)
    const { planRegister, uidOf } = await import('../../src/ops/subnets/register.ts')
    const tolerance = priceProtection(flags, settings)?.tolerance
    const plan = await planRegister(client, { netuid, coldkey, hotkey, tolerance })
    if ('uid' in plan) {
      this.log(`already registered: uid ${plan.uid} on subnet ${netuid}`)
      const msg = 'Already registered'
      return { success: true, msg, extrinsic_identifier: null, netuid, uid: plan.uid }
    }
    const { call, costRao, limitRao, feeRao, eraBlocks, symbol } = plan
    const cost = `${formatTao(costRao)} TAO`
    const preview = renderFields([
      ['Subnet', `${netuid} ${symbol}`],
      ['Price', cost],
      ['Highest price', limitRao === undefined ? 'any' : `${formatTao(limitRao)} TAO`],
      ['Fee', `${formatTao(feeRao)} TAO`],
      ['Hotkey', ss58Encode(hotkey)],
      ['Coldkey', ss58Encode(coldkey)],
    ])
    await this.confirm(`Do you want to register on subnet ${netuid} for ${cost}?`, preview)
    const signer = await this.unlock('coldkey', settings)
    const options = { period: flags.period ?? eraBlocks }
    const receipt = await submitCall(this, client, { call, signer, options })
    const { latest } = await import('../../src/chain/read.ts')
    const uid = await uidOf(await latest(client), netuid, hotkey)
    if (uid === undefined) throw new Error('the chain registered the hotkey and has no uid for it')
    const msg = `registered as uid ${uid} on subnet ${netuid}`
    this.log(`${msg} for ${cost}`)
    return { success: true, msg, extrinsic_identifier: receipt.identifier, netuid, uid }
  }
}
