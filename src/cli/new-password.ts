/**
 * The password of a key that is being made: from the environment, a file, or asked twice.
 *
 * @module
 */
import {
  checkNewPassword,
  findPassword,
  type KeyRole,
  keyPaths,
  PasswordWeakError,
} from '../wallet/index.ts'
import { missingOption } from './errors.ts'
import { rememberSecret } from './secrets.ts'
import type { Settings } from './settings.ts'
import { writeMessage } from './terminal.ts'
import { passwordSource, walletLocation } from './wallet-access.ts'

/**
 * @param ask  asks a hidden question; left out where nobody can be asked
 * @throws TaoError MISSING_OPTION     nobody can be asked and none is set
 * @throws WalletError                 the password that is set is too weak
 */
export async function newPassword(
  role: KeyRole,
  settings: Settings,
  ask: ((message: string) => Promise<string>) | undefined,
): Promise<string> {
  const { secret } = keyPaths(role, walletLocation(settings))
  const set = await findPassword(secret, passwordSource(settings, undefined))
  if (set !== undefined) {
    rememberSecret(set)
    checkNewPassword(set)
    return set
  }
  if (ask === undefined) {
    throw missingOption(
      '--no-use-password, or --wallet-password-file FILE',
      `a password for ${secret}`,
    )
  }
  for (;;) {
    const password = await ask(`New password for the ${role} ${secret}`)
    rememberSecret(password)
    const trouble = weakness(password) ?? (await confirmed(password, ask))
    if (trouble === undefined) return password
    writeMessage(trouble)
  }
}

/** Why the password will not do, if so. */
function weakness(password: string): string | undefined {
  try {
    checkNewPassword(password)
    return undefined
  } catch (error) {
    if (error instanceof PasswordWeakError) return error.message
    throw error
  }
}

async function confirmed(
  password: string,
  ask: (message: string) => Promise<string>,
): Promise<string | undefined> {
  const again = await ask('The same password again')
  return again === password ? undefined : 'the two passwords differ'
}
