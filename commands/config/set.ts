/**
 * `tao config set`: keeps defaults in the configuration file.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { networkOf } from '../../src/chain/networks.ts'
import { type ConfigChanges, configPath, writeConfig } from '../../src/cli/config-file.ts'
import { usageError } from '../../src/cli/errors.ts'
import { confirmFlags, hotkeyFlags, networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { chosenNetwork } from '../../src/cli/settings.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { priceFlags } from '../../src/cli/transaction-flags.ts'

interface ConfigSetJson {
  readonly success: true
  readonly path: string
  readonly changed: ConfigChanges
}

export default class ConfigSet extends TaoCommand<ConfigSetJson> {
  static override summary = 'keep defaults: network, wallet, staking safety'
  static override description =
    'Kept values count when neither an option nor the environment gives another one.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --network local --wallet-name alice',
    '<%= config.bin %> <%= command.id %> --tolerance 0.01 --no-allow-partial-stake',
  ]
  static override flags = {
    network: networkFlags.network,
    ...walletFlags,
    ...hotkeyFlags,
    cache: Flags.boolean({ allowNo: true, summary: 'keep chain metadata between runs' }),
    'disk-cache': Flags.boolean({ allowNo: true, summary: 'keep that cache on disk' }),
    ...priceFlags,
    'dashboard-path': Flags.string({
      aliases: ['dash-path', 'dash.path', 'dashboard.path'],
      summary: 'folder of saved dashboards',
      helpValue: 'DIR',
    }),
    ...confirmFlags,
  }

  async run(): Promise<ConfigSetJson> {
    const { flags } = await this.parse(ConfigSet)
    const given = {
      network: chosenNetwork(flags.network),
      wallet_path: flags['wallet-path'],
      wallet_name: flags['wallet-name'],
      wallet_hotkey: flags.hotkey,
      use_cache: flags.cache,
      disk_cache: flags['disk-cache'],
      rate_tolerance: flags.tolerance,
      safe_staking: flags['safe-staking'],
      allow_partial_stake: flags['allow-partial-stake'],
      dashboard_path: flags['dashboard-path'],
    }
    const set = Object.entries(given).filter(([, value]) => value !== undefined)
    if (set.length === 0) {
      throw usageError('NOTHING_TO_SET', 'no setting was given', ['tao config set --help'])
    }
    // A name that means nothing would only be noticed by the next command.
    if (given.network !== undefined) networkOf(given.network)
    const changed = Object.fromEntries(set) as ConfigChanges
    const path = configPath(flags['config-file'])
    await writeConfig(path, changed)
    this.log(set.map(([key, value]) => `${key} = ${value}`).join('\n'))
    this.note(`written to ${path}`)
    return { success: true, path, changed }
  }
}
