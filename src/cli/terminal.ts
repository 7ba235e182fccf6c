/**
 * The two channels: results on stdout, everything else on stderr.
 *
 * @module
 */
import process from 'node:process'
import type { TaoError } from '../primitives/tao-error.ts'
import { type OutputMode, renderFailure } from './json.ts'
import { redact } from './secrets.ts'
import { onStderr } from './style.ts'
import { VERSION } from './version.ts'

let results: NodeJS.WriteStream = process.stdout

/** One line, or several, of a result. */
export function writeResult(text: string): void {
  results.write(`${text}\n`)
}

/** For commands made of commands, whose own result is the only one: stderr until undone. */
export function resultsToStderr(): () => void {
  results = process.stderr
  return () => {
    results = process.stdout
  }
}

/** One line, or several, that are no result. */
export function writeMessage(text: string): void {
  process.stderr.write(`${redact(text)}\n`)
}

/** Whether somebody can be asked: questions go to stderr, answers come from stdin. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true
}

/** Reports a failure in the asked form and sets the exit code; the process ends by itself. */
export function reportFailure(
  failure: TaoError,
  { mode, verbose = false }: { mode: OutputMode; verbose?: boolean },
): void {
  process.exitCode = failure.exitCode
  if (mode === 'text') writeMessage(failureText(failure, verbose))
  else writeResult(redact(renderFailure(mode, failure)))
}

/** What a failure looks like on a terminal. */
export function failureText(failure: TaoError, verbose: boolean): string {
  const isBug = failure.code === 'BUG'
  const head = isBug ? `this is a bug in tao ${VERSION}: ${failure.message}` : failure.message
  const lines = [`${onStderr.red.bold('Error:')} ${head} ${onStderr.dim(`(${failure.code})`)}`]
  if (isBug || verbose) lines.push(...causes(failure.cause))
  const [only, ...more] = failure.suggestions
  if (only !== undefined && more.length === 0) lines.push(`Try this: ${only}`)
  else if (only !== undefined) lines.push('Try this:', ...[only, ...more].map((s) => `  * ${s}`))
  return lines.join('\n')
}

function causes(cause: unknown): string[] {
  const lines: string[] = []
  // A cause that leads back to itself must not hang the report.
  for (let next = cause, depth = 0; next instanceof Error && depth < 5; depth += 1) {
    lines.push(onStderr.dim(next.stack ?? `${next.name}: ${next.message}`))
    next = next.cause
  }
  return lines
}
