/**
 * Loads one command and runs it with the parts of oclif that a command needs: its parser and its
 * base class. Discovery, help and plugins of oclif stay out; the manifest does their work.
 *
 * @module
 */
import type { Command } from '@oclif/core/command'
import { Config } from '@oclif/core/config'
import { VERSION } from './version.ts'

/** @param file  address of the built command */
export async function runCommand(file: string, id: string, argv: readonly string[]): Promise<void> {
  const { default: loaded } = (await import(file)) as { default: CommandClass }
  loaded.id = id
  await new loaded([...argv], bareConfig())._run()
}

interface CommandClass {
  id: string
  new (argv: string[], config: Config): Command & { _run(): Promise<unknown> }
}

/** A configuration that is never loaded: no plugins, no hooks, no package.json. */
function bareConfig(): Config {
  const config = new Config({ root: '' })
  // oclif's own looks the root plugin up, and there is none.
  config.runHook = async () => ({ failures: [], successes: [] })
  config.bin = 'tao'
  config.version = VERSION
  config.topicSeparator = ' '
  return config
}
