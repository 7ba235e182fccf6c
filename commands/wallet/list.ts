/**
 * `tao wallet list`: the wallets of a folder with their keys.
 *
 * @module
 */
import { walletFlags } from '../../src/cli/flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { type ListedKey, listWallets } from '../../src/wallet/index.ts'

interface WalletListJson {
  readonly wallets: readonly {
    readonly name: string
    /** `?` where no file tells it. */
    readonly ss58_address: string
    readonly hotkeys: readonly { readonly name: string; readonly ss58_address: string }[]
  }[]
}

const address = ({ key }: ListedKey) => key?.address ?? '?'

const note = ({ state, key }: ListedKey) =>
  state === 'publicOnly'
    ? ' (public key only)'
    : state === 'unreadable'
      ? ' (unreadable)'
      : key === undefined && state === 'encrypted'
        ? ' (encrypted)'
        : ''

export default class WalletList extends TaoCommand<WalletListJson> {
  static override summary = 'list wallets and their hotkeys'
  static override examples = ['<%= config.bin %> <%= command.id %>']
  static override flags = { ...walletFlags }

  async run(): Promise<WalletListJson> {
    const { flags } = await this.parse(WalletList)
    const { walletPath, walletName } = await this.settings(flags)
    const all = await listWallets(walletPath.value)
    const isNamed = walletName.source === 'option'
    const wallets = isNamed ? all.filter(({ name }) => name === walletName.value) : all
    const lines = wallets.flatMap(({ name, coldkey, hotkeys }) => [
      `${name}  ${address(coldkey)}${note(coldkey)}`,
      ...hotkeys.map((hotkey) => `  ${hotkey.name}  ${address(hotkey)}${note(hotkey)}`),
    ])
    this.log(lines.length > 0 ? lines.join('\n') : `no wallets in ${walletPath.value}`)
    return {
      wallets: wallets.map(({ name, coldkey, hotkeys }) => ({
        name,
        ss58_address: address(coldkey),
        hotkeys: hotkeys.map((hotkey) => ({ name: hotkey.name, ss58_address: address(hotkey) })),
      })),
    }
  }
}
