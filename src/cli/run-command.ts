/**
 * Loads one command and runs it with the parts of oclif that a command needs: its parser and its
 * base class. Discovery, help and plugins of oclif stay out; the manifest does their work.
 *
 * @module
 */
import type { Command } from '@oclif/core/command'
import { Config } from '@oclif/core/config'
import { VERSION } from './version.ts'

/** What a file of `commands/` exports, seen from outside: its life cycle is protected. */
export interface CommandClass {
  id: string
  new (argv: string[], config: Config): Command
}

/** @param file  address of the built command */
export async function runCommand(file: string, id: string, argv: readonly string[]): Promise<void> {
  const { default: loaded } = (await import(file)) as { default: CommandClass }
  await runClass(loaded, id, argv)
}

/** Runs a command that is loaded already. Failures are reported, not thrown. */
export async function runClass(
  command: CommandClass,
  id: string,
  argv: readonly string[],
): Promise<void> {
  command.id = id
  const instance: object = new command([...argv], bareConfig())
  await (instance as Runnable)._run()
}

interface Runnable {
  _run(): Promise<unknown>
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
