/**
 * `tao subnets create`: registers a new subnet, whose owner is the coldkey.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { submitCall } from '../../src/cli/submit-call.ts'
import { renderFields } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { mevFlags } from '../../src/cli/transaction-flags.ts'
import { formatTao } from '../../src/primitives/amount.ts'

interface SubnetCreateJson {
  readonly success: true
  readonly netuid: number
  readonly extrinsic_identifier: string
}

const text = (summary: string, aliases: string[] = []) =>
  Flags.string({ summary, aliases, helpValue: 'TEXT', helpGroup: 'IDENTITY' })

export default class SubnetsCreate extends TaoCommand<SubnetCreateJson> {
  static override summary = 'create a subnet'
  static override description =
    'Its price goes into the pool of the new subnet. It earns nothing before tao subnets start.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name owner --yes',
    '<%= config.bin %> <%= command.id %> --subnet-name probe --repo https://github.com/me/probe',
  ]
  static override flags = {
    ...walletFlags,
    ...hotkeyFlags,
    ...networkFlags,
    'subnet-name': text('name of the subnet'),
    'github-repo': text('address of its repository', ['repo']),
    'subnet-contact': text('how to reach its owner', ['contact', 'email']),
    'subnet-url': text('address of its pages', ['url']),
    'discord-handle': text('account or server', ['discord']),
    description: text('what it is for'),
    'logo-url': text('address of an image'),
    'additional-info': text('anything else'),
    ...mevFlags,
    ...confirmFlags,
  }

  async run(): Promise<SubnetCreateJson> {
    const { flags } = await this.parse(SubnetsCreate)
    const settings = await this.settings(flags)
    const coldkey = await this.account('coldkey', settings)
    const hotkey = await this.account('hotkey', settings)
    const client = await this.connect(settings)
    const { createdNetuid, planCreate } = await import('../../src/ops/subnets/create.ts')
    const identity = {
      subnetName: flags['subnet-name'],
      githubRepo: flags['github-repo'],
      subnetContact: flags['subnet-contact'],
      subnetUrl: flags['subnet-url'],
      discord: flags['discord-handle'],
      description: flags.description,
      logoUrl: flags['logo-url'],
      additional: flags['additional-info'],
    }
    const { call, costRao, feeRao } = await planCreate(client, { coldkey, hotkey }, identity)
    const cost = `${formatTao(costRao)} TAO`
    const preview = renderFields([
      ['Price', cost],
      ['Fee', `${formatTao(feeRao)} TAO`],
    ])
    await this.confirm(`Do you want to pay ${cost} for a subnet?`, preview)
    const signer = await this.unlock('coldkey', settings)
    const receipt = await submitCall(this, client, { call, signer, options: {} })
    const netuid = createdNetuid(receipt)
    this.log(`created subnet ${netuid} for ${cost}`)
    this.note(`start it with: tao subnets start --netuid ${netuid}`)
    return { success: true, netuid, extrinsic_identifier: receipt.identifier }
  }
}
