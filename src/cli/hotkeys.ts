/**
 * Hotkeys that a command works on: named, listed, all of a wallet, or one that is asked for.
 *
 * @module
 */
import type { AccountId } from '../primitives/account-id.ts'
import { usageError } from './errors.ts'
import type { Settings } from './settings.ts'
import type { TaoCommand } from './tao-command.ts'

/** Options of `hotkeyListFlags` and the wallet's own hotkey. */
export interface HotkeyOptions {
  readonly hotkey?: string | undefined
  readonly 'include-hotkeys'?: string | undefined
  readonly 'exclude-hotkeys'?: string | undefined
  readonly 'all-hotkeys'?: boolean | undefined
}

/**
 * Accounts of the chosen hotkeys. A name is a hotkey of the wallet, anything else an address.
 *
 * @throws TaoError USAGE  options that exclude each other
 * @throws WalletError  no such hotkey
 */
export async function chosenHotkeys(
  command: TaoCommand<unknown>,
  settings: Settings,
  options: HotkeyOptions,
): Promise<AccountId[]> {
  const included = listOf(options['include-hotkeys'])
  const excluded = listOf(options['exclude-hotkeys'])
  if (included.length > 0 && (options['all-hotkeys'] === true || excluded.length > 0)) {
    throw usageError(
      'USAGE',
      '--include-hotkeys names them all, so nothing can be added or left out',
      ['use --include-hotkeys alone, or --all-hotkeys with --exclude-hotkeys'],
    )
  }
  const account = (name: string): Promise<AccountId> =>
    command.account('hotkey', { ...settings, hotkey: { value: name, source: 'option' } })
  if (included.length > 0) return Promise.all(included.map(account))
  if (options['all-hotkeys'] !== true && excluded.length === 0) {
    return [await command.account('hotkey', settings)]
  }
  const { describeOneWallet } = await import('../wallet/index.ts')
  const { walletLocation } = await import('./wallet-access.ts')
  const { hotkeys } = await describeOneWallet(walletLocation(settings))
  const left = new Set(await Promise.all(excluded.map(account)))
  return hotkeys
    .flatMap(({ key }) => (key === undefined ? [] : [key.accountId]))
    .filter((one) => !left.has(one))
}

function listOf(text: string | undefined): string[] {
  if (text === undefined) return []
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
