/**
 * Making a key from a command: password, progress, the phrase shown once.
 *
 * @module
 */
import { stat } from 'node:fs/promises'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import { type KeyRole, keyPaths, type WalletLocation } from '../wallet/index.ts'
import { newPassword } from './new-password.ts'
import type { Progress } from './progress.ts'
import { askSecret } from './prompts.ts'
import type { Settings } from './settings.ts'
import { writeMessage } from './terminal.ts'
import { walletLocation } from './wallet-access.ts'

/** What of a command is needed here. */
interface Teller {
  readonly canAsk: boolean
  readonly isJson: boolean
  wait(words: string): Progress
}

interface Wishes {
  readonly uri?: string | undefined
  readonly 'n-words'?: number
  readonly overwrite?: boolean | undefined
}

/** The operation that makes and writes the key; the command brings it. */
type MakeKey = (wanted: {
  role: KeyRole
  location: WalletLocation
  uri?: string
  words: number
  password?: string
  overwrite: boolean
}) => Promise<{ address: string; mnemonic?: string }>

const WORDS_DEFAULT = 12

export class KeyMaker {
  readonly #teller: Teller
  readonly #settings: Settings
  readonly #wishes: Wishes

  constructor(teller: Teller, settings: Settings, wishes: Wishes) {
    this.#teller = teller
    this.#settings = settings
    this.#wishes = wishes
  }

  /** @throws TaoError WALLET_EXISTS  a key is there and may not be replaced */
  async refuseExisting(roles: readonly KeyRole[]): Promise<void> {
    if (this.#wishes.overwrite === true) return
    for (const role of roles) {
      const { secret } = keyPaths(role, walletLocation(this.#settings))
      const found = await stat(secret).catch(() => undefined)
      if (found !== undefined) throw walletExists(role, secret)
    }
  }

  /** Makes one key and returns its address. A development key is never encrypted. */
  async make(role: KeyRole, how: { encrypt: boolean; makeKey: MakeKey }): Promise<string> {
    const { uri, overwrite } = this.#wishes
    const password =
      how.encrypt && uri === undefined
        ? await newPassword(role, this.#settings, this.#teller.canAsk ? askSecret : undefined)
        : undefined
    const waiting =
      password === undefined
        ? undefined
        : this.#teller.wait(`encrypting the ${role}, this takes some seconds`)
    const made = await how.makeKey({
      role,
      location: walletLocation(this.#settings),
      words: this.#wishes['n-words'] ?? WORDS_DEFAULT,
      overwrite: overwrite === true,
      ...(uri === undefined ? {} : { uri }),
      ...(password === undefined ? {} : { password }),
    })
    waiting?.done()
    // Not even --quiet hides it: it is the only way back to the funds.
    if (made.mnemonic !== undefined && !this.#teller.isJson) {
      writeMessage(`phrase of the new ${role}, shown only now:\n\n  ${made.mnemonic}\n`)
    }
    return made.address
  }
}

function walletExists(role: KeyRole, path: string): TaoError {
  return new TaoError('WALLET_EXISTS', `there is a ${role} already: ${path}`, {
    exitCode: ExitCode.local,
    suggestions: [
      role === 'coldkey'
        ? '--wallet-name NAME makes another wallet'
        : '--hotkey NAME makes another',
      '--overwrite replaces it for good',
    ],
    data: { path },
  })
}
