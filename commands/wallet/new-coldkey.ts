/**
 * `tao wallet new-coldkey`: one new coldkey.
 *
 * @module
 */
import { walletFlags } from '../../src/cli/flags.ts'
import { keyFlags } from '../../src/cli/key-flags.ts'
import { KeyMaker } from '../../src/cli/key-maker.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { makeKey } from '../../src/ops/wallet/new-key.ts'

interface WalletNewColdkeyJson {
  readonly success: true
  readonly data: {
    readonly name: string
    readonly path: string
    readonly coldkey_ss58: string
  }
  readonly error: ''
}

export default class WalletNewColdkey extends TaoCommand<WalletNewColdkeyJson> {
  static override summary = 'make a coldkey: the key that holds funds'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name mine --no-use-password',
  ]
  static override flags = { ...walletFlags, ...keyFlags(true) }

  async run(): Promise<WalletNewColdkeyJson> {
    const { flags } = await this.parse(WalletNewColdkey)
    const settings = await this.settings(flags)
    const maker = new KeyMaker(this, settings, flags)
    await maker.refuseExisting(['coldkey'])
    const address = await maker.make('coldkey', { encrypt: flags['use-password'], makeKey })
    const name = settings.walletName.value
    const path = settings.walletPath.value
    this.log(`coldkey of ${name} in ${path}\n${address}`)
    return { success: true, data: { name, path, coldkey_ss58: address }, error: '' }
  }
}
