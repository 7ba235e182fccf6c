/**
 * `tao wallet create`: a wallet with a coldkey and a hotkey.
 *
 * @module
 */
import { hotkeyFlags, walletFlags } from '../../src/cli/flags.ts'
import { keyFlags } from '../../src/cli/key-flags.ts'
import { KeyMaker } from '../../src/cli/key-maker.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { makeKey } from '../../src/ops/wallet/new-key.ts'

interface WalletCreateJson {
  readonly success: true
  readonly data: {
    readonly name: string
    readonly path: string
    readonly hotkey: string
    readonly hotkey_ss58: string
    readonly coldkey_ss58: string
  }
  readonly error: ''
}

export default class WalletCreate extends TaoCommand<WalletCreateJson> {
  static override summary = 'make a wallet: a coldkey that holds funds and a hotkey that works'
  static override description =
    'The phrase of each key is shown once. Write it down: it is the only way back to the funds. ' +
    'The coldkey is encrypted with a password unless --no-use-password is given; hotkeys are not.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name alice --no-use-password --uri //Alice',
    '<%= config.bin %> <%= command.id %> --wallet-name mine --hotkey miner1 --n-words 24',
  ]
  static override flags = { ...walletFlags, ...hotkeyFlags, ...keyFlags(true) }

  async run(): Promise<WalletCreateJson> {
    const { flags } = await this.parse(WalletCreate)
    const settings = await this.settings(flags)
    const maker = new KeyMaker(this, settings, flags)
    // Both files are looked at before anything is written, so that a wallet is never half made.
    await maker.refuseExisting(['coldkey', 'hotkey'])
    const coldkey = await maker.make('coldkey', { encrypt: flags['use-password'], makeKey })
    const hotkey = await maker.make('hotkey', { encrypt: false, makeKey })
    const name = settings.walletName.value
    const path = settings.walletPath.value
    this.log(
      `wallet ${name} in ${path}\ncoldkey ${coldkey}\nhotkey ${settings.hotkey.value} ${hotkey}`,
    )
    return {
      success: true,
      data: {
        name,
        path,
        hotkey: settings.hotkey.value,
        hotkey_ss58: hotkey,
        coldkey_ss58: coldkey,
      },
      error: '',
    }
  }
}
