/**
 * `tao wallet sign`: signs a text with a key of the wallet.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { hotkeyFlags, walletFlags } from '../../src/cli/flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { signText } from '../../src/wallet/index.ts'

interface WalletSignJson {
  /** Hex without `0x`, as btcli prints it. */
  readonly signed_message: string
  readonly signer_address: string
}

export default class WalletSign extends TaoCommand<WalletSignJson> {
  static override summary = 'sign a text with the coldkey or the hotkey'
  static override description =
    'Shows others that an address is yours. The text is taken as it is, also when it looks like hex.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name alice --message "it is me"',
    '<%= config.bin %> <%= command.id %> --wallet-name alice --use-hotkey --message "it is me"',
  ]
  static override flags = {
    message: Flags.string({ summary: 'the text', helpValue: 'TEXT' }),
    'use-hotkey': Flags.boolean({
      allowNo: true,
      summary: 'sign with the hotkey; with the coldkey unless given',
    }),
    ...walletFlags,
    ...hotkeyFlags,
  }

  async run(): Promise<WalletSignJson> {
    const { flags } = await this.parse(WalletSign)
    const settings = await this.settings(flags)
    const text = await this.ask(flags.message, {
      option: '--message',
      message: 'Text to sign',
      parse: (answer) => answer,
    })
    const signer = await this.unlock(flags['use-hotkey'] === true ? 'hotkey' : 'coldkey', settings)
    const signature = await signText(signer, text)
    this.log(signature)
    this.note(`signed by ${signer.address}`)
    return { signed_message: signature, signer_address: signer.address }
  }
}
