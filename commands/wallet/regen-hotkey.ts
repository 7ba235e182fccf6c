/**
 * `tao wallet regen-hotkey`: a hotkey from what was kept of it.
 *
 * @module
 */
import { hotkeyFlags, walletFlags } from '../../src/cli/flags.ts'
import { KeyMaker } from '../../src/cli/key-maker.ts'
import { readSecretKey, restoreFlags } from '../../src/cli/key-source.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { walletLocation } from '../../src/cli/wallet-access.ts'
import { storeKey } from '../../src/ops/wallet/store-key.ts'
import { describeOneWallet } from '../../src/wallet/index.ts'

interface WalletRegenHotkeyJson {
  readonly success: true
  readonly data: {
    readonly name: string
    readonly path: string
    readonly hotkey: string
    readonly hotkey_ss58: string
    /** Null where the wallet has no readable coldkey. */
    readonly coldkey_ss58: string | null
  }
  readonly error: ''
}

export default class WalletRegenHotkey extends TaoCommand<WalletRegenHotkeyJson> {
  static override summary = 'restore a hotkey from its phrase, seed or polkadot-js file'
  static override description =
    'What is asked for is not shown while it is typed. `--json` names a file here; --json-output ' +
    'prints JSON.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name mine --hotkey miner1 --mnemonic "bottom drive obey lake curtain smoke basket hold race lonely fit walk"',
  ]
  static override flags = { ...walletFlags, ...hotkeyFlags, ...restoreFlags(false) }

  async run(): Promise<WalletRegenHotkeyJson> {
    const { flags } = await this.parse(WalletRegenHotkey)
    const settings = await this.settings(flags)
    // A hotkey belongs to a wallet, so the wallet must be there.
    const { coldkey } = await describeOneWallet(walletLocation(settings))
    const maker = new KeyMaker(this, settings, flags)
    await maker.refuseExisting(['hotkey'])
    const key = await readSecretKey(this, flags)
    const address = await maker.make('hotkey', {
      encrypt: flags['use-password'],
      makeKey: (storing) => storeKey(key, storing),
    })
    const name = settings.walletName.value
    const path = settings.walletPath.value
    const hotkey = settings.hotkey.value
    this.log(`hotkey ${hotkey} of ${name} in ${path}\n${address}`)
    const coldkeyAddress = coldkey.key?.address ?? null
    return {
      success: true,
      data: { name, path, hotkey, hotkey_ss58: address, coldkey_ss58: coldkeyAddress },
      error: '',
    }
  }
}
