/**
 * Runs a command line inside this process, exactly as if it had been typed: same parser, same
 * output, same exit code. For programs made of commands, such as the demo.
 *
 * @module
 */
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import { readManifest } from './manifest.ts'
import { runCommand } from './run-command.ts'
import { onStdout } from './style.ts'
import { writeResult } from './terminal.ts'
import { resolveWords } from './words.ts'

const DIST = fileURLToPath(new URL('.', import.meta.url))

/**
 * Shows a line as a reader would type it and runs it.
 *
 * @param line  without `tao`; words without spaces in them
 * @throws TaoError  the command failed and has said why
 */
export async function runLine(line: string): Promise<void> {
  writeResult(`\n${onStdout.bold(`$ tao ${line}`)}`)
  const found = resolveWords(line.split(' '), readManifest(DIST))
  if (found.kind !== 'command') throw new Error(`no command: ${line}`)
  const { file, id } = found.command
  await runCommand(pathToFileURL(`${DIST}/${file}`).href, id, found.rest)
  const exitCode = Number(process.exitCode ?? ExitCode.ok)
  if (exitCode === ExitCode.ok) return
  throw new TaoError('STEP_FAILED', `tao ${line} ended with exit code ${exitCode}`, {
    exitCode: Object.values(ExitCode).find((code) => code === exitCode) ?? ExitCode.bug,
    suggestions: ['the lines above say why'],
    data: { line, exitCode },
  })
}
