/**
 * The configuration file: defaults that the user keeps.
 *
 * Keys and values are btcli's (`~/.bittensor/config.yml`), so a file of one works in the other, but
 * ours lies in `~/.tao`: a default network of btcli must not make commands spend real funds here.
 * `TAO_CONFIG=~/.bittensor/config.yml` shares it on purpose. Keys and comments that we do not know
 * are kept when the file is written.
 *
 * Source: ../shared/spec/cli.md section 4.
 *
 * @module
 */
import { randomUUID } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from '../primitives/make-folder.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import { expandHome, fromEnv, taoHome } from './env.ts'

type ValueKind = 'text' | 'flag' | 'ratio'

/** A key: what kind of value it holds, what it means, and the value that counts when it is unset. */
export interface ConfigKeySpec {
  readonly kind: ValueKind
  readonly meaning: string
  readonly fallback: string
}

/** Every key, in the order of `tao config get`. */
export const CONFIG_KEYS = {
  network: { kind: 'text', meaning: 'network name or ws:// address', fallback: 'local' },
  wallet_path: { kind: 'text', meaning: 'folder of wallets', fallback: '~/.bittensor/wallets' },
  wallet_name: { kind: 'text', meaning: 'wallet (coldkey)', fallback: 'default' },
  wallet_hotkey: { kind: 'text', meaning: 'hotkey of that wallet', fallback: 'default' },
  use_cache: { kind: 'flag', meaning: 'keep chain metadata between runs', fallback: 'true' },
  disk_cache: { kind: 'flag', meaning: 'keep that cache on disk', fallback: 'false' },
  rate_tolerance: { kind: 'ratio', meaning: 'price tolerance, 0 to 1', fallback: '0.005' },
  safe_staking: { kind: 'flag', meaning: 'limit the price when staking', fallback: 'true' },
  allow_partial_stake: { kind: 'flag', meaning: 'accept a part of the stake', fallback: 'false' },
  dashboard_path: { kind: 'text', meaning: 'folder of saved dashboards', fallback: '' },
} as const satisfies Record<string, ConfigKeySpec>

export type ConfigKey = keyof typeof CONFIG_KEYS

export type ConfigValue = string | number | boolean

/** Values that are set; an absent key is unset. */
export type ConfigValues = { readonly [K in ConfigKey]?: ConfigValue }

/** Values to write; `null` unsets a key. */
export type ConfigChanges = { readonly [K in ConfigKey]?: ConfigValue | null }

/** Where the file is: option, `TAO_CONFIG`, then `config.yml` in the home of tao. */
export function configPath(option?: string): string {
  return expandHome(option ?? fromEnv('config') ?? join(taoHome(), 'config.yml'))
}

/**
 * Reads the values that are set. A missing file holds none.
 *
 * @throws TaoError CONFIG_UNREADABLE  no permission, no YAML, or a value of the wrong kind
 */
export async function readConfig(path: string): Promise<ConfigValues> {
  const text = await readText(path)
  if (text === undefined) return {}
  const { parse } = await import('./lazy/yaml.ts')
  let content: unknown
  try {
    content = parse(text)
  } catch (cause) {
    throw unreadable(path, 'it is not YAML', cause)
  }
  if (content === null || content === undefined) return {}
  if (typeof content !== 'object' || Array.isArray(content)) throw unreadable(path, NO_MAP)
  return knownValues(content as Record<string, unknown>, path)
}

/**
 * Writes changes and leaves the rest of the file as it is. The new file replaces the old one in one
 * step, so a crash leaves one of the two, never half of one.
 */
export async function writeConfig(path: string, changes: ConfigChanges): Promise<void> {
  const { isMap, parseDocument } = await import('./lazy/yaml.ts')
  const document = parseDocument((await readText(path)) ?? '')
  if (document.errors.length > 0) throw unreadable(path, 'it is not YAML', document.errors[0])
  if (document.contents !== null && !isMap(document.contents)) throw unreadable(path, NO_MAP)
  for (const [key, value] of Object.entries(changes)) document.set(key, value)
  const draft = `${path}.${randomUUID()}`
  try {
    makeFolder(dirname(path))
    await writeFile(draft, document.toString())
    await chmod(draft, 0o600)
    await rename(draft, path)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

const NO_MAP = 'it must hold keys and values'

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw unreadable(path, `it cannot be read (${reason(cause)})`, cause)
  }
}

function knownValues(content: Record<string, unknown>, path: string): ConfigValues {
  const values: Partial<Record<ConfigKey, ConfigValue>> = {}
  for (const [key, spec] of Object.entries(CONFIG_KEYS)) {
    const value = content[key]
    if (value === undefined || value === null) continue
    const wanted = { text: 'string', flag: 'boolean', ratio: 'number' }[spec.kind]
    if (typeof value !== wanted) throw unreadable(path, `${key} must be a ${wanted}`)
    values[key as ConfigKey] = value as ConfigValue
  }
  return values
}

function unreadable(path: string, why: string, cause?: unknown): TaoError {
  return new TaoError('CONFIG_UNREADABLE', `cannot use the configuration ${path}: ${why}`, {
    exitCode: ExitCode.local,
    suggestions: ['correct or remove the file', '--config-file FILE uses another one'],
    data: { path },
    cause,
  })
}

function unwritable(path: string, cause: unknown): TaoError {
  return new TaoError(
    'CONFIG_UNWRITABLE',
    `cannot write the configuration ${path} (${reason(cause)})`,
    {
      exitCode: ExitCode.local,
      suggestions: ['--config-file FILE, or TAO_CONFIG, keeps it elsewhere'],
      data: { path },
      cause,
    },
  )
}

/** What the system said, without the path that the message names already. */
function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/,.*$/s, '') : String(cause)
}
