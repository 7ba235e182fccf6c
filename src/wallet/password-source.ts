/**
 * Where a password comes from when nobody types it, in the order of the newest SDK: the caller's
 * own, `BT_WALLET_PASSWORD`, the variable of the key file, a password file, then the prompt.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { type Environment, readEnvPassword } from './env-password.ts'
import { PasswordMissingError, PasswordSourceInvalidError, WrongPasswordError } from './errors.ts'
import { errorCode } from './keyfile-io.ts'

/** The plain password for every key file. */
export const PASSWORD_VARIABLE = 'BT_WALLET_PASSWORD'

/** A file whose only line is the password. */
export const PASSWORD_FILE_VARIABLE = 'BT_WALLET_PASSWORD_FILE'

/** How often a wrong answer at the prompt may be corrected. */
const PROMPT_TRIES = 3

const PASSWORD_FILE_SIZE_MAX = 4096

/** Everything a password may come from. */
export interface PasswordSource {
  /** Given by the program itself; wins over everything else. */
  readonly password?: string
  readonly passwordFile?: string
  /** The process environment, or the part of it that should count. */
  readonly env?: Environment
  /**
   * Asks the user; `attempt` counts from 1. Leave it out without a terminal: an empty answer of a
   * closed terminal must never become a password.
   */
  readonly prompt?: (question: { keyfilePath: string; attempt: number }) => Promise<string>
}

/**
 * The password that is set for a key file without asking anybody.
 *
 * @returns `undefined` when no place holds one
 * @throws PasswordSourceInvalidError  a place holds something that is no password
 */
export async function findPassword(
  keyfilePath: string,
  source: PasswordSource,
): Promise<string | undefined> {
  const env = source.env ?? {}
  if (source.password !== undefined) return source.password
  const general = env[PASSWORD_VARIABLE]
  if (general !== undefined) return general
  const own = readEnvPassword({ env, keyfilePath })
  if (own !== undefined) return own
  const file = source.passwordFile ?? env[PASSWORD_FILE_VARIABLE]
  return file === undefined ? undefined : readPasswordFile(file)
}

/**
 * Runs `use` with the password of a key file. A set password gets one try; at the prompt a wrong one
 * may be corrected.
 *
 * @throws PasswordMissingError  none is set and there is nobody to ask
 * @throws WrongPasswordError    the set password, or the last answer, did not open the file
 */
export async function withPassword<T>(
  keyfilePath: string,
  source: PasswordSource,
  use: (password: string) => Promise<T>,
): Promise<T> {
  const set = await findPassword(keyfilePath, source)
  if (set !== undefined) return use(set)
  if (source.prompt === undefined) throw new PasswordMissingError(keyfilePath)
  for (let attempt = 1; ; attempt += 1) {
    const answer = await source.prompt({ keyfilePath, attempt })
    try {
      // bittensor-wallet trims what is typed, and only that.
      return await use(answer.trim())
    } catch (error) {
      if (!(error instanceof WrongPasswordError) || attempt >= PROMPT_TRIES) throw error
    }
  }
}

/** The one line of a password file; a final line break is not part of it. */
async function readPasswordFile(path: string): Promise<string> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const why = `it cannot be read (${errorCode(cause) ?? 'unknown reason'})`
    throw new PasswordSourceInvalidError(path, { why, cause })
  }
  const line = text.replace(/\r?\n$/, '')
  if (line === '') throw new PasswordSourceInvalidError(path, { why: 'it is empty' })
  if (/[\r\n]/.test(line) || line.length > PASSWORD_FILE_SIZE_MAX) {
    throw new PasswordSourceInvalidError(path, { why: 'it has more than one line' })
  }
  return line
}
