/**
 * `tao config clear`: forgets kept defaults.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import {
  type ConfigChanges,
  type ConfigKey,
  configPath,
  readConfig,
  writeConfig,
} from '../../src/cli/config-file.ts'
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { priceFlags } from '../../src/cli/transaction-flags.ts'

interface ConfigClearJson {
  readonly success: true
  readonly path: string
  readonly cleared: readonly ConfigKey[]
}

/** Option by key. Options have the names of `config set`, without a value. */
const KEY_OF = {
  network: 'network',
  'wallet-path': 'wallet_path',
  'wallet-name': 'wallet_name',
  hotkey: 'wallet_hotkey',
  cache: 'use_cache',
  'disk-cache': 'disk_cache',
  tolerance: 'rate_tolerance',
  'safe-staking': 'safe_staking',
  'allow-partial-stake': 'allow_partial_stake',
  'dashboard-path': 'dashboard_path',
} as const satisfies Record<string, ConfigKey>

function forget(key: ConfigKey, spelled: { char?: 'p' | 'H'; aliases?: string[] } = {}) {
  const { char, aliases = [] } = spelled
  return Flags.boolean({ summary: `forget ${key}`, aliases, ...(char ? { char } : {}) })
}

export default class ConfigClear extends TaoCommand<ConfigClearJson> {
  static override summary = 'forget kept defaults'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --network --yes',
    '<%= config.bin %> <%= command.id %> --all --yes',
  ]
  static override flags = {
    network: forget('network', { aliases: networkFlags.network.aliases ?? [] }),
    'wallet-path': forget('wallet_path', {
      char: 'p',
      aliases: walletFlags['wallet-path'].aliases ?? [],
    }),
    'wallet-name': forget('wallet_name', { aliases: walletFlags['wallet-name'].aliases ?? [] }),
    hotkey: forget('wallet_hotkey', { char: 'H', aliases: hotkeyFlags.hotkey.aliases ?? [] }),
    cache: forget('use_cache'),
    'disk-cache': forget('disk_cache'),
    tolerance: forget('rate_tolerance', { aliases: priceFlags.tolerance.aliases ?? [] }),
    'safe-staking': forget('safe_staking', { aliases: ['safe'] }),
    'allow-partial-stake': forget('allow_partial_stake', { aliases: ['partial', 'allow-partial'] }),
    'dashboard-path': forget('dashboard_path', { aliases: ['dash-path', 'dash.path'] }),
    all: Flags.boolean({ summary: 'forget everything that is kept' }),
    ...confirmFlags,
  }

  async run(): Promise<ConfigClearJson> {
    const { flags } = await this.parse(ConfigClear)
    const path = configPath(flags['config-file'])
    const kept = await readConfig(path)
    const named = Object.entries(KEY_OF).filter(([option]) => {
      return flags.all || flags[option as keyof typeof KEY_OF]
    })
    if (named.length === 0) {
      throw usageError('NOTHING_TO_CLEAR', 'no setting was named', ['tao config clear --all'])
    }
    const cleared = named.map(([, key]) => key).filter((key) => kept[key] !== undefined)
    if (cleared.length > 0) {
      await this.confirm(`Forget ${cleared.join(', ')}?`)
      await writeConfig(
        path,
        Object.fromEntries(cleared.map((key) => [key, null])) as ConfigChanges,
      )
    }
    this.log(cleared.length > 0 ? `forgotten: ${cleared.join(', ')}` : 'nothing was kept')
    return { success: true, path, cleared }
  }
}
