/**
 * The only place that reads the process environment. Everything else asks for a value by its
 * meaning, so what the environment can change is listed here and nowhere else.
 *
 * Names of the bittensor SDK (`BT_*`) work too; the `TAO_*` name wins when both are set.
 *
 * @module
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const NAMES = {
  /** Name or ws:// address of the network. */
  network: ['TAO_NETWORK', 'BT_NETWORK', 'BT_SUBTENSOR_NETWORK'],
  walletName: ['TAO_WALLET_NAME', 'BT_WALLET_NAME', 'BT_WALLET'],
  walletPath: ['TAO_WALLET_PATH', 'BT_WALLET_PATH'],
  hotkey: ['TAO_WALLET_HOTKEY', 'BT_WALLET_HOTKEY'],
  /** Folder of everything `tao` keeps besides wallets. */
  home: ['TAO_HOME'],
  /** Configuration file. */
  config: ['TAO_CONFIG'],
} as const

/** A setting that the environment can carry. */
export type EnvSetting = keyof typeof NAMES

/** Value of a setting, or `undefined` where the environment does not set it; empty counts as unset. */
export function fromEnv(setting: EnvSetting): string | undefined {
  for (const name of NAMES[setting]) {
    const value = process.env[name]
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

/**
 * The environment as the wallet room reads passwords from it: the general password, the password
 * file, and one variable per key file (`BT_PW_...`). Our own names stand in for the SDK's.
 */
export function passwordEnvironment(): Readonly<Record<string, string | undefined>> {
  const { TAO_WALLET_PASSWORD: password, TAO_WALLET_PASSWORD_FILE: file } = process.env
  return {
    ...process.env,
    ...(password ? { BT_WALLET_PASSWORD: password } : {}),
    ...(file ? { BT_WALLET_PASSWORD_FILE: file } : {}),
  }
}

/**
 * Keeps everything of this process in one folder from now on: chain, configuration, wallets. What
 * the user set for other networks and wallets does not count any more.
 *
 * @returns  the same as lines for a shell
 */
export function moveInto(folder: string): string[] {
  for (const name of Object.values(NAMES).flat()) delete process.env[name]
  const settings = { TAO_HOME: folder, TAO_WALLET_PATH: join(folder, 'wallets') }
  Object.assign(process.env, settings)
  return Object.entries(settings).map(([name, value]) => `export ${name}=${value}`)
}

/** Whether the user asked for plain text (no-color.org). */
export function noColor(): boolean {
  const value = process.env['NO_COLOR']
  return value !== undefined && value !== ''
}

/** Folder of the configuration, the local chain's database and the address books. */
export function taoHome(): string {
  return expandHome(fromEnv('home') ?? join('~', '.tao'))
}

/** `~` and `~/x` as the user's home, as a shell would have it. */
export function expandHome(path: string): string {
  if (path === '~') return homedir()
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path
}
