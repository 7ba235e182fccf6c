/**
 * `tao config get`: shows every setting, its value and where it is kept.
 *
 * @module
 */
import {
  CONFIG_KEYS,
  type ConfigKey,
  type ConfigValue,
  configPath,
  readConfig,
} from '../../src/cli/config-file.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'

/** Keys of the file; `null` where it sets nothing. */
type ConfigGetJson = Record<ConfigKey, ConfigValue | null>

export default class ConfigGet extends TaoCommand<ConfigGetJson> {
  static override summary = 'show the kept defaults'
  static override examples = ['<%= config.bin %> <%= command.id %>']

  async run(): Promise<ConfigGetJson> {
    const { flags } = await this.parse(ConfigGet)
    const path = configPath(flags['config-file'])
    const values = await readConfig(path)
    const keys = Object.keys(CONFIG_KEYS) as ConfigKey[]
    const rows = keys.map((key) => {
      const { fallback, meaning } = CONFIG_KEYS[key]
      const value = values[key]
      return [key, value === undefined ? `(${fallback || 'none'})` : String(value), meaning]
    })
    this.log(renderTable(['Name', 'Value', 'Meaning'], rows, { title: `Config: ${path}` }))
    return Object.fromEntries(keys.map((key) => [key, values[key] ?? null])) as ConfigGetJson
  }
}
