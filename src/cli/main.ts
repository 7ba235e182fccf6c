/**
 * Entry of the program. Finds out what was asked from the manifest alone and loads only that: the
 * version and help load no command, a command loads only itself.
 *
 * @module
 */
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { toTaoError, usageError } from './errors.ts'
import { watchInterrupts } from './interrupt.ts'
import { outputModeOf } from './json.ts'
import { readDetails, readManifest } from './manifest.ts'
import { rememberSecretsIn } from './secrets.ts'
import { moveLeadingOptions } from './spellings.ts'
import { reportFailure, writeResult } from './terminal.ts'
import { VERSION } from './version.ts'
import { type Resolution, resolveWords } from './words.ts'

const DIST = fileURLToPath(new URL('.', import.meta.url))

/** Runs one command line. Sets the exit code; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  watchInterrupts()
  rememberSecretsIn(argv)
  try {
    await dispatch(moveLeadingOptions(argv))
  } catch (error) {
    reportFailure(toTaoError(error), { mode: outputModeOf(argv) })
  }
  leave()
}

/**
 * Ends the process when everything is written. A command has closed what it opened by now; timers that
 * a library left running, as rpc-core does for almost two seconds, may not hold the process.
 */
function leave(): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit()))
}

async function dispatch(argv: readonly string[]): Promise<void> {
  if (argv[0] === '--version') {
    writeResult(`tao ${VERSION}`)
    return
  }
  const manifest = readManifest(DIST)
  if (argv[0] === '--complete' || argv[0] === '--show-completion') {
    const { complete, completionScript } = await import('./completion.ts')
    if (argv[0] === '--show-completion') writeResult(completionScript(argv[1]))
    else writeResult(complete(argv.slice(1), manifest, () => readDetails(DIST)).join('\n'))
    return
  }
  const wanted = resolveWords(argv, manifest)
  if (wanted.kind === 'unknown') throw unknownCommand(wanted)
  if (wanted.kind === 'command' && !wantsHelp(wanted.rest)) {
    const { command, rest } = wanted
    const { runCommand } = await import('./run-command.ts')
    await runCommand(pathToFileURL(`${DIST}/${command.file}`).href, command.id, rest)
    return
  }
  const { allCommands, commandHelp, rootHelp, topicHelp } = await import('./help.ts')
  if (wanted.kind === 'command') {
    const details = readDetails(DIST)[wanted.command.id]
    if (details === undefined) throw new Error(`no details of ${wanted.command.id}; build again`)
    writeResult(commandHelp(wanted.command, details))
  } else if (wanted.kind === 'topic') {
    refuseOptions(wanted.rest, wanted.topic)
    writeResult(topicHelp(wanted.topic, manifest))
  } else if (argv[0] === '--commands') {
    writeResult(allCommands(manifest))
  } else {
    refuseOptions(argv, '')
    writeResult(rootHelp(manifest))
  }
}

function wantsHelp(rest: readonly string[]): boolean {
  const end = rest.indexOf('--')
  const options = end === -1 ? rest : rest.slice(0, end)
  return options.includes('--help') || options.includes('-h')
}

function unknownCommand({ typed, near }: Extract<Resolution, { kind: 'unknown' }>) {
  const first = near[0]
  const question = first === undefined ? '' : `, did you mean "tao ${first}"?`
  const suggestions = [...near.map((id) => `tao ${id}`), 'tao --commands']
  return usageError('UNKNOWN_COMMAND', `unknown command "tao ${typed}"${question}`, suggestions)
}

/** Without a command there is nothing that an option could belong to. */
function refuseOptions(rest: readonly string[], topic: string): void {
  const stray = rest.find((token) => !['--help', '-h', '--json', '--json-output'].includes(token))
  if (stray === undefined) return
  const before = topic === '' ? 'tao' : `tao ${topic}`
  throw usageError('USAGE', `option ${stray} needs a command before it`, [`${before} --help`])
}
