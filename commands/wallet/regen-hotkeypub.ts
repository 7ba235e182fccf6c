/**
 * `tao wallet regen-hotkeypub`: the public file of a hotkey whose private file is elsewhere.
 *
 * @module
 */
import { hotkeyFlags, walletFlags } from '../../src/cli/flags.ts'
import { publicKeyFlags, publicKeyName } from '../../src/cli/public-key-flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { walletLocation } from '../../src/cli/wallet-access.ts'
import { publicKeyOf, storePublicKey } from '../../src/ops/wallet/store-key.ts'

interface WalletRegenHotkeypubJson {
  readonly success: true
  readonly data: {
    readonly name: string
    readonly path: string
    readonly hotkey: string
    readonly hotkey_ss58: string
  }
  readonly error: ''
}

export default class WalletRegenHotkeypub extends TaoCommand<WalletRegenHotkeypubJson> {
  static override summary = 'write the public file of a hotkey that is kept elsewhere'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name mine --hotkey miner1 --ss58 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty',
  ]
  static override flags = { ...walletFlags, ...hotkeyFlags, ...publicKeyFlags }

  async run(): Promise<WalletRegenHotkeypubJson> {
    const { flags } = await this.parse(WalletRegenHotkeypub)
    const settings = await this.settings(flags)
    const key = publicKeyOf(await publicKeyName(this, flags))
    await storePublicKey(key, {
      role: 'hotkey',
      location: walletLocation(settings),
      overwrite: flags.overwrite === true,
    })
    const name = settings.walletName.value
    const path = settings.walletPath.value
    const hotkey = settings.hotkey.value
    this.log(`public hotkey ${hotkey} of ${name} in ${path}\n${key.address}`)
    return { success: true, data: { name, path, hotkey, hotkey_ss58: key.address }, error: '' }
  }
}
