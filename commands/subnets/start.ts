/**
 * `tao subnets start`: begins a subnet's emission.
 *
 * @module
 */
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { netuidFlag } from '../../src/cli/value-flags.ts'
import { parseNetuid } from '../../src/primitives/ids.ts'

interface SubnetStartJson {
  readonly success: true
  readonly netuid: number
  readonly message: string
  readonly extrinsic_identifier: string | null
}

export default class SubnetsStart extends TaoCommand<SubnetStartJson> {
  static override summary = "start a subnet's emission and the trade of its token"
  static override examples = ['<%= config.bin %> <%= command.id %> --netuid 2 --wallet-name owner']
  static override flags = {
    ...walletFlags,
    ...hotkeyFlags,
    ...networkFlags,
    netuid: netuidFlag(),
    ...confirmFlags,
  }

  async run(): Promise<SubnetStartJson> {
    const { flags } = await this.parse(SubnetsStart)
    const netuid = await this.ask(flags.netuid, {
      option: '--netuid',
      message: 'Netuid',
      parse: parseNetuid,
    })
    const settings = await this.settings(flags)
    const coldkey = await this.account('coldkey', settings)
    const client = await this.connect(settings)
    const { planStart } = await import('../../src/ops/subnets/start.ts')
    const plan = await planStart(client, { netuid, coldkey })
    if (plan.startedAt !== undefined) {
      const message = `subnet ${netuid} runs since block ${plan.startedAt}`
      this.log(message)
      return { success: true, netuid, message, extrinsic_identifier: null }
    }
    await this.confirm(`Do you want to start the emission of subnet ${netuid}?`)
    const signer = await this.unlock('coldkey', settings)
    const receipt = await submitCall(this, client, { call: plan.call, signer, options: {} })
    const message = `started subnet ${netuid}`
    this.log(message)
    return { success: true, netuid, message, extrinsic_identifier: receipt.identifier }
  }
}
