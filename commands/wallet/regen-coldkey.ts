/**
 * `tao wallet regen-coldkey`: a coldkey from what was kept of it.
 *
 * @module
 */
import { walletFlags } from '../../src/cli/flags.ts'
import { KeyMaker } from '../../src/cli/key-maker.ts'
import { readSecretKey, restoreFlags } from '../../src/cli/key-source.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { storeKey } from '../../src/ops/wallet/store-key.ts'

interface WalletRegenColdkeyJson {
  readonly success: true
  readonly data: {
    readonly name: string
    readonly path: string
    readonly coldkey_ss58: string
  }
  readonly error: ''
}

export default class WalletRegenColdkey extends TaoCommand<WalletRegenColdkeyJson> {
  static override summary = 'restore a coldkey from its phrase, seed or polkadot-js file'
  static override description =
    'What is asked for is not shown while it is typed. On the command line it would stay in the ' +
    "shell's history. `--json` names a file here; --json-output prints JSON."
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name back --no-use-password --mnemonic "bottom drive obey lake curtain smoke basket hold race lonely fit walk"',
  ]
  static override flags = { ...walletFlags, ...restoreFlags(true) }

  async run(): Promise<WalletRegenColdkeyJson> {
    const { flags } = await this.parse(WalletRegenColdkey)
    const settings = await this.settings(flags)
    const maker = new KeyMaker(this, settings, flags)
    await maker.refuseExisting(['coldkey'])
    const key = await readSecretKey(this, flags)
    const address = await maker.make('coldkey', {
      encrypt: flags['use-password'],
      makeKey: (storing) => storeKey(key, storing),
    })
    const name = settings.walletName.value
    const path = settings.walletPath.value
    this.log(`coldkey of ${name} in ${path}\n${address}`)
    return { success: true, data: { name, path, coldkey_ss58: address }, error: '' }
  }
}
