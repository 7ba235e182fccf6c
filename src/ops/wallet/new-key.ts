/**
 * Makes a key and writes it into a wallet, as `wallet create`, `new-coldkey` and `new-hotkey` do.
 *
 * @module
 */
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import {
  devUriFromWord,
  generateMnemonic,
  isWordCount,
  type KeyRole,
  keyFromMnemonic,
  keyFromUri,
  saveKey,
  type WalletLocation,
  WORD_COUNTS,
} from '../../wallet/index.ts'

export interface NewKey {
  readonly role: KeyRole
  readonly location: WalletLocation
  /** Name of a development key, `//Alice` or `alice`; a new phrase is made without it. */
  readonly uri?: string
  /** Words of the new phrase. */
  readonly words: number
  /** Encrypts the file. */
  readonly password?: string
  readonly overwrite: boolean
}

export interface MadeKey {
  readonly address: string
  /** The new phrase, to be shown once; absent for a development key. */
  readonly mnemonic?: string
}

/**
 * @throws TaoError INVALID_WORD_COUNT
 * @throws WalletError  the key is there already, or the folder cannot be written
 */
export async function makeKey(wanted: NewKey): Promise<MadeKey> {
  const { role, location, uri, words, password, overwrite } = wanted
  if (!isWordCount(words)) throw invalidWordCount(words)
  const mnemonic = uri === undefined ? await generateMnemonic(words) : undefined
  const key =
    mnemonic === undefined ? await keyFromUri(uriOf(uri ?? '')) : await keyFromMnemonic(mnemonic)
  await saveKey(role, location, key, {
    overwrite,
    ...(password === undefined ? {} : { password }),
  })
  return mnemonic === undefined ? { address: key.address } : { address: key.address, mnemonic }
}

/** One word is read as btcli reads it, `alice` as `//Alice`; anything longer is a whole URI. */
function uriOf(text: string): string {
  const isWord = /^\/*[0-9a-zA-Z]+$/.test(text) && !text.startsWith('0x')
  return isWord ? devUriFromWord(text) : text
}

function invalidWordCount(words: number): TaoError {
  return new TaoError(
    'INVALID_WORD_COUNT',
    `a phrase has ${WORD_COUNTS.join(', ')} words, not ${words}`,
    {
      exitCode: ExitCode.usage,
      suggestions: ['--n-words 12'],
      data: { words },
    },
  )
}
