/**
 * What a command works with, from four sources: option, environment, configuration file, default.
 * The first that has a value wins.
 *
 * @module
 */
import { join } from 'node:path'
import { type ConfigKey, type ConfigValues, configPath, readConfig } from './config-file.ts'
import { type EnvSetting, expandHome, fromEnv, taoHome } from './env.ts'

/** Where a value came from. */
export type Source = 'option' | 'environment' | 'config' | 'default'

/** A value and where it came from: a name that the user gave is not asked again. */
export interface Setting {
  readonly value: string
  readonly source: Source
}

/** Everything a command may need to know before it does anything. */
export interface Settings {
  /** Network name or ws:// address; `local` is the chain inside this program. */
  readonly network: Setting
  readonly walletName: Setting
  /** Folder of wallets, absolute or relative to the working directory, `~` expanded. */
  readonly walletPath: Setting
  /** Name of a hotkey, or its address where the command allows one. */
  readonly hotkey: Setting
  /** File whose only line is the password, if the user named one. */
  readonly passwordFile: string | undefined
  /** Folder of the local chain's database. */
  readonly dataDir: Setting
  /** The configuration file that was read. */
  readonly configPath: string
  /** Everything set in that file. */
  readonly config: ConfigValues
}

/** Options as parsed; a command declares only those it needs. */
export interface SettingOptions {
  readonly network?: readonly string[] | string | undefined
  readonly 'wallet-name'?: string | undefined
  readonly 'wallet-path'?: string | undefined
  readonly hotkey?: string | undefined
  readonly 'wallet-password-file'?: string | undefined
  readonly 'data-dir'?: string | undefined
  readonly 'config-file'?: string | undefined
}

/** @throws TaoError CONFIG_UNREADABLE */
export async function resolveSettings(options: SettingOptions): Promise<Settings> {
  const path = configPath(options['config-file'])
  const config = await readConfig(path)
  const pick = picker(config)
  const walletPath = pick(options['wallet-path'], 'walletPath', 'wallet_path', DEFAULT_WALLETS)
  const dataDir: Setting =
    options['data-dir'] === undefined
      ? { value: join(taoHome(), 'chain'), source: fromEnv('home') ? 'environment' : 'default' }
      : { value: options['data-dir'], source: 'option' }
  return {
    network: pick(chosenNetwork(options.network), 'network', 'network', 'local'),
    walletName: pick(options['wallet-name'], 'walletName', 'wallet_name', 'default'),
    // btcli takes the word `default` for its built-in folder.
    walletPath: expanded(walletPath.value === 'default' ? defaultWallets(walletPath) : walletPath),
    hotkey: pick(options.hotkey, 'hotkey', 'wallet_hotkey', 'default'),
    passwordFile: options['wallet-password-file'],
    dataDir: expanded(dataDir),
    configPath: path,
    config,
  }
}

const DEFAULT_WALLETS = '~/.bittensor/wallets'

function defaultWallets({ source }: Setting): Setting {
  return { value: DEFAULT_WALLETS, source }
}

function expanded({ value, source }: Setting): Setting {
  return { value: expandHome(value), source }
}

/** Of several networks the first address wins, else the last name (as btcli chooses). */
export function chosenNetwork(given: readonly string[] | string | undefined): string | undefined {
  if (given === undefined || typeof given === 'string') return given
  return given.find((name) => /^wss?:\/\//.test(name)) ?? given.at(-1)
}

function picker(config: ConfigValues) {
  return (
    option: string | undefined,
    env: EnvSetting,
    key: ConfigKey,
    fallback: string,
  ): Setting => {
    if (option !== undefined) return { value: option, source: 'option' }
    const fromEnvironment = fromEnv(env)
    if (fromEnvironment !== undefined) return { value: fromEnvironment, source: 'environment' }
    const kept = config[key]
    if (typeof kept === 'string' && kept !== '') return { value: kept, source: 'config' }
    return { value: fallback, source: 'default' }
  }
}
