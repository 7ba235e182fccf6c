/**
 * `tao wallet new-hotkey`: one new hotkey.
 *
 * @module
 */
import { hotkeyFlags, walletFlags } from '../../src/cli/flags.ts'
import { keyFlags } from '../../src/cli/key-flags.ts'
import { KeyMaker } from '../../src/cli/key-maker.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { walletLocation } from '../../src/cli/wallet-access.ts'
import { makeKey } from '../../src/ops/wallet/new-key.ts'
import { describeOneWallet } from '../../src/wallet/index.ts'

interface WalletNewHotkeyJson {
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

export default class WalletNewHotkey extends TaoCommand<WalletNewHotkeyJson> {
  static override summary = 'make a hotkey: the key that mines and validates'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name mine --hotkey miner2',
  ]
  static override flags = { ...walletFlags, ...hotkeyFlags, ...keyFlags(false) }

  async run(): Promise<WalletNewHotkeyJson> {
    const { flags } = await this.parse(WalletNewHotkey)
    const settings = await this.settings(flags)
    // A hotkey belongs to a wallet, so the wallet must be there.
    const { coldkey } = await describeOneWallet(walletLocation(settings))
    const maker = new KeyMaker(this, settings, flags)
    await maker.refuseExisting(['hotkey'])
    const address = await maker.make('hotkey', { encrypt: flags['use-password'], makeKey })
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
