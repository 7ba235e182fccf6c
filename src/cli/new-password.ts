/**
 * The password of a key that is being made: from the environment, a file, or asked twice.
 *
 * @module
 */
import { checkNewPassword, findPassword, type KeyRole, keyPaths } from '../wallet/index.ts'
import { missingOption, usageError } from './errors.ts'
import { rememberSecret } from './secrets.ts'
import type { Settings } from './settings.ts'
import { passwordSource, walletLocation } from './wallet-access.ts'

/**
 * @param ask  asks a hidden question; left out where nobody can be asked
 * @throws TaoError MISSING_OPTION     nobody can be asked and none is set
 * @throws TaoError PASSWORDS_DIFFER   the second answer is another one
 * @throws WalletError                 the password is too weak
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
  const first = await ask(`New password for the ${role} ${secret}`)
  rememberSecret(first)
  checkNewPassword(first)
  if ((await ask('The same password again')) !== first) {
    throw usageError('PASSWORDS_DIFFER', 'the two passwords differ; nothing was written')
  }
  return first
}
