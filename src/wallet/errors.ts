/**
 * Everything that can go wrong with keys and their files, each with a stable code.
 *
 * Invariant: messages and data name paths, addresses and positions, never a word of a phrase, a
 * seed, a private key or a password.
 *
 * @module
 */
import { ExitCode, type Facts, TaoError } from '../primitives/tao-error.ts'

/** The stable codes of this folder. */
export type WalletErrorCode =
  | 'WALLET_EXISTS'
  | 'WALLET_MISSING'
  | 'WALLET_NAME_INVALID'
  | 'KEYFILE_MISSING'
  | 'KEYFILE_UNREADABLE'
  | 'KEYFILE_UNWRITABLE'
  | 'KEYFILE_CORRUPT'
  | 'KEYFILE_PUBLIC_ONLY'
  | 'PASSWORD_MISSING'
  | 'PASSWORD_WEAK'
  | 'PASSWORD_SOURCE_INVALID'
  | 'WRONG_PASSWORD'
  | 'INVALID_MNEMONIC'
  | 'INVALID_SEED'
  | 'INVALID_PRIVATE_KEY'
  | 'INVALID_PUBLIC_KEY'
  | 'INVALID_URI'
  | 'INVALID_KEYSTORE'
  | 'KEY_UNSUPPORTED'

interface WalletErrorInit {
  readonly exitCode?: ExitCode
  readonly suggestions?: readonly string[]
  readonly data?: Facts
  readonly cause?: unknown
}

/** Base of the folder's errors; exits with `ExitCode.local` unless a subclass says otherwise. */
export class WalletError extends TaoError {
  override name = 'WalletError'
  declare readonly code: WalletErrorCode

  constructor(code: WalletErrorCode, message: string, init: WalletErrorInit = {}) {
    super(code, message, { exitCode: ExitCode.local, ...init })
  }
}

/** A key file is already there and nobody asked to overwrite it. */
export class WalletExistsError extends WalletError {
  override name = 'WalletExistsError'
  constructor(path: string, { cause }: { cause?: unknown } = {}) {
    super('WALLET_EXISTS', `${path} already exists, its key would be lost`, {
      suggestions: [
        'choose another name, or add --overwrite if the old key is not needed any more',
      ],
      data: { path },
      cause,
    })
  }
}

/** There is no wallet directory of this name. */
export class WalletMissingError extends WalletError {
  override name = 'WalletMissingError'
  constructor({ name, path }: { name: string; path: string }) {
    super('WALLET_MISSING', `there is no wallet ${JSON.stringify(name)} in ${path}`, {
      suggestions: [`tao wallet create --wallet-name ${name}`, 'tao wallet list'],
      data: { wallet: name, path },
    })
  }
}

/** A wallet or hotkey name that cannot be one directory entry. */
export class WalletNameInvalidError extends WalletError {
  override name = 'WalletNameInvalidError'
  constructor({ name, why }: { name: string; why: string }) {
    super('WALLET_NAME_INVALID', `${JSON.stringify(name.slice(0, 80))} cannot be a name: ${why}`, {
      exitCode: ExitCode.usage,
      data: { name: name.slice(0, 80) },
    })
  }
}

/** The key file is not there. */
export class KeyfileMissingError extends WalletError {
  override name = 'KeyfileMissingError'
  constructor(path: string, { cause }: { cause?: unknown } = {}) {
    super('KEYFILE_MISSING', `there is no key file at ${path}`, {
      suggestions: [
        'tao wallet list',
        'tao wallet create makes a wallet, tao wallet new-hotkey a hotkey',
        'check --wallet-name, --wallet-path and --hotkey',
      ],
      data: { path },
      cause,
    })
  }
}

/** The operating system refuses to read or write the key file. */
export class KeyfileAccessError extends WalletError {
  override name = 'KeyfileAccessError'
  constructor(
    access: 'read' | 'write',
    { path, why, cause }: { path: string; why: string; cause?: unknown },
  ) {
    const code = access === 'read' ? 'KEYFILE_UNREADABLE' : 'KEYFILE_UNWRITABLE'
    super(code, `cannot ${access} ${path}: ${why}`, {
      suggestions: [`ls -l ${path}`],
      data: { path },
      cause,
    })
  }
}

/** The content is no key file. `why` must not quote the content. */
export class KeyfileCorruptError extends WalletError {
  override name = 'KeyfileCorruptError'
  readonly why: string

  /** @param path  the file, where the reader knows it */
  constructor(
    why: string,
    details: { path?: string; suggestions?: readonly string[]; cause?: unknown } = {},
  ) {
    const { path, suggestions, cause } = details
    super(
      'KEYFILE_CORRUPT',
      `the key file${path === undefined ? '' : ` ${path}`} cannot be read: ${why}`,
      {
        suggestions: suggestions ?? ['restore it from its mnemonic: tao wallet regen-coldkey'],
        data: path === undefined ? {} : { path },
        cause,
      },
    )
    this.why = why
  }
}

/** The file holds an address but no secret, so nothing can be signed with it. */
export class KeyfilePublicOnlyError extends WalletError {
  override name = 'KeyfilePublicOnlyError'
  constructor(address: string) {
    super('KEYFILE_PUBLIC_ONLY', `the key file of ${address} holds no private key`, {
      suggestions: ['restore the private key from its mnemonic: tao wallet regen-coldkey'],
      data: { address },
    })
  }
}

/** The file is encrypted and no password came from anywhere. */
export class PasswordMissingError extends WalletError {
  override name = 'PasswordMissingError'
  constructor(path: string) {
    super('PASSWORD_MISSING', `${path} needs a password and there is no terminal to ask for it`, {
      suggestions: ['set BT_WALLET_PASSWORD, or BT_WALLET_PASSWORD_FILE to a file with one line'],
      data: { path },
    })
  }
}

/** The password does not pass the rules for new files. */
export class PasswordWeakError extends WalletError {
  override name = 'PasswordWeakError'
  constructor(why: string) {
    super('PASSWORD_WEAK', `the password is not strong enough: ${why}`, {
      suggestions: ['use a longer password, or more kinds of characters'],
    })
  }
}

/** A place that should hold a password holds something else. */
export class PasswordSourceInvalidError extends WalletError {
  override name = 'PasswordSourceInvalidError'
  constructor(source: string, { why, cause }: { why: string; cause?: unknown }) {
    super('PASSWORD_SOURCE_INVALID', `${source} holds no usable password: ${why}`, {
      suggestions: ['BT_WALLET_PASSWORD takes the plain password'],
      data: { source },
      cause,
    })
  }
}

/** The password does not open the file; a damaged file looks the same. */
export class WrongPasswordError extends WalletError {
  override name = 'WrongPasswordError'
  constructor(what: 'key file' | 'keystore', { cause }: { cause?: unknown } = {}) {
    super('WRONG_PASSWORD', `wrong password, or the ${what} is damaged`, {
      suggestions: ['try the password again'],
      cause,
    })
  }
}

/** The text is not a BIP39 phrase. `why` gives positions, never words. */
export class InvalidMnemonicError extends WalletError {
  override name = 'InvalidMnemonicError'
  constructor(why: string) {
    super('INVALID_MNEMONIC', `the mnemonic is not valid: ${why}`, { exitCode: ExitCode.usage })
  }
}

/** A seed, key, URI or keystore that makes no key. `why` must not quote it. */
export class InvalidKeyError extends WalletError {
  override name = 'InvalidKeyError'
  constructor(code: keyof typeof KEY_NOUNS, why: string, { cause }: { cause?: unknown } = {}) {
    super(code, `${KEY_NOUNS[code]} is not valid: ${why}`, { exitCode: ExitCode.usage, cause })
  }
}

const KEY_NOUNS = {
  INVALID_SEED: 'the seed',
  INVALID_PRIVATE_KEY: 'the private key',
  INVALID_PUBLIC_KEY: 'the public key',
  INVALID_URI: 'the key URI',
  INVALID_KEYSTORE: 'the JSON keystore',
} as const

/** A kind of key this program does not know. */
export class KeyUnsupportedError extends WalletError {
  override name = 'KeyUnsupportedError'
  constructor(what: string) {
    super('KEY_UNSUPPORTED', `${what} is not supported, only sr25519 and ed25519 keys are`)
  }
}
