/**
 * `tao wallet verify`: whether a text was signed by the owner of an address.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { ExitCode, TaoError } from '../../src/primitives/tao-error.ts'
import { parseSignerName, verifyText } from '../../src/wallet/index.ts'

interface WalletVerifyJson {
  readonly verified: boolean
  readonly signer: string
  readonly message: string
}

export default class WalletVerify extends TaoCommand<WalletVerifyJson> {
  static override summary = 'check who signed a text'
  static override description =
    'Exit code 0 means that the signature is valid, 3 that it is not. A text signed in a browser ' +
    'wallet is accepted too.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --message "it is me" --signature 0x... --address 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY',
  ]
  static override flags = {
    message: Flags.string({ char: 'm', summary: 'the text', helpValue: 'TEXT' }),
    signature: Flags.string({
      char: 's',
      summary: 'the signature, 128 hex digits',
      helpValue: 'HEX',
    }),
    address: Flags.string({
      char: 'a',
      aliases: ['public-key'],
      charAliases: ['p'],
      summary: 'address or public key of the signer',
      helpValue: 'SS58',
    }),
  }

  async run(): Promise<WalletVerifyJson> {
    const { flags } = await this.parse(WalletVerify)
    const asIs = (answer: string) => answer
    const message = await this.ask(flags.message, {
      option: '--message',
      message: 'Text that was signed',
      parse: asIs,
    })
    const signature = await this.ask(flags.signature, {
      option: '--signature',
      message: 'Signature, 128 hex digits',
      parse: asIs,
    })
    const address = await this.ask(flags.address, {
      option: '--address',
      message: 'Address or public key of the signer',
      parse: asIs,
    })
    const signer = parseSignerName(address)
    const verified = await verifyText({ text: message, signature, signer })
    if (verified) this.log(`valid: signed by ${signer.address}`)
    else this.failWithResult(notSigned(signer.address))
    return { verified, signer: signer.address, message }
  }
}

function notSigned(address: string): TaoError {
  return new TaoError('SIGNATURE_INVALID', `this is no signature of ${address} over this text`, {
    exitCode: ExitCode.local,
    suggestions: ['compare the text: every blank and line end counts'],
    data: { signer: address },
  })
}
