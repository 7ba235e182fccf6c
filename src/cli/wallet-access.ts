/**
 * From settings to keys: which wallet, which password, which account.
 *
 * @module
 */
import type { AccountId } from '../primitives/account-id.ts'
import { isSs58, ss58Decode } from '../primitives/ss58.ts'
import {
  type KeyRole,
  type LocalSigner,
  type PasswordSource,
  readPublicKey,
  signerFromKey,
  unlockKey,
  type WalletLocation,
} from '../wallet/index.ts'
import { passwordEnvironment } from './env.ts'
import type { Progress } from './progress.ts'
import { rememberSecret } from './secrets.ts'
import type { Settings } from './settings.ts'

/** Who can be asked, and who hears about the slow derivation. */
export interface UnlockHelp {
  /** Left out where nobody can be asked. */
  readonly ask?: (message: string) => Promise<string>
  readonly showWait: (words: string) => Progress
}

/** Where the wallet of these settings lies. */
export function walletLocation({ walletPath, walletName, hotkey }: Settings): WalletLocation {
  return { walletsPath: walletPath.value, name: walletName.value, hotkey: hotkey.value }
}

/** Everything a password may come from, for the functions of the wallet room. */
export function passwordSource(settings: Settings, ask: UnlockHelp['ask']): PasswordSource {
  return {
    env: passwordEnvironment(),
    ...(settings.passwordFile === undefined ? {} : { passwordFile: settings.passwordFile }),
    ...(ask === undefined
      ? {}
      : {
          prompt: async ({ keyfilePath, attempt }) => {
            const again = attempt > 1 ? 'Wrong password. ' : ''
            const answer = await ask(`${again}Password of ${keyfilePath}`)
            rememberSecret(answer)
            return answer
          },
        }),
  }
}

/** @throws WalletError */
export async function unlockSigner(
  role: KeyRole,
  settings: Settings,
  { ask, showWait }: UnlockHelp,
): Promise<LocalSigner> {
  let waiting: Progress | undefined
  try {
    const key = await unlockKey(role, walletLocation(settings), {
      ...passwordSource(settings, ask),
      // After a wrong password the next question wants a free line.
      onProgress: (share) => {
        waiting ??= showWait(`unlocking the ${role}, this takes some seconds`)
        if (share < 1) return
        waiting.done()
        waiting = undefined
      },
    })
    return await signerFromKey(key)
  } finally {
    waiting?.done()
  }
}

/** @throws WalletError */
export async function accountOf(role: KeyRole, settings: Settings): Promise<AccountId> {
  const { hotkey } = settings
  if (role === 'hotkey' && isSs58(hotkey.value)) return ss58Decode(hotkey.value).accountId
  return (await readPublicKey(role, walletLocation(settings))).accountId
}
