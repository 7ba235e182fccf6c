/**
 * `tao wallet regen-coldkeypub`: the public file of a coldkey whose private file is elsewhere.
 *
 * @module
 */
import { walletFlags } from '../../src/cli/flags.ts'
import { publicKeyFlags, publicKeyName } from '../../src/cli/public-key-flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { walletLocation } from '../../src/cli/wallet-access.ts'
import { publicKeyOf, storePublicKey } from '../../src/ops/wallet/store-key.ts'

interface WalletRegenColdkeypubJson {
  readonly success: true
  readonly data: {
    readonly name: string
    readonly path: string
    readonly coldkey_ss58: string
  }
  readonly error: ''
}

export default class WalletRegenColdkeypub extends TaoCommand<WalletRegenColdkeypubJson> {
  static override summary = 'make a wallet to watch from an address, or restore the public file'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name watched --ss58 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  ]
  static override flags = { ...walletFlags, ...publicKeyFlags }

  async run(): Promise<WalletRegenColdkeypubJson> {
    const { flags } = await this.parse(WalletRegenColdkeypub)
    const settings = await this.settings(flags)
    const key = publicKeyOf(await publicKeyName(this, flags))
    await storePublicKey(key, {
      role: 'coldkey',
      location: walletLocation(settings),
      overwrite: flags.overwrite === true,
    })
    const name = settings.walletName.value
    const path = settings.walletPath.value
    this.log(`public coldkey of ${name} in ${path}\n${key.address}`)
    return { success: true, data: { name, path, coldkey_ss58: key.address }, error: '' }
  }
}
