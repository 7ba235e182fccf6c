/**
 * Questions. They are asked on stderr, so a redirected stdout still gets only the result; the
 * library is loaded when the first question is asked.
 *
 * A question left with Ctrl-C surfaces as the library's own error, which `toTaoError` turns into
 * exit code 130.
 *
 * @module
 */
import process from 'node:process'
import { rememberSecret } from './secrets.ts'

/** Where questions appear and answers come from; tests pass streams of their own. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

const TERMINAL: PromptStreams = { input: process.stdin, output: process.stderr }

/** Yes or no; `No` unless told otherwise. */
export async function askYesNo(
  message: string,
  { default: preset = false }: { default?: boolean } = {},
  streams: PromptStreams = TERMINAL,
): Promise<boolean> {
  const { confirm } = await import('./lazy/inquirer.ts')
  return confirm({ message, default: preset }, streams)
}

/** A line of text. `validate` returns what is wrong, or nothing. */
export async function askText(
  message: string,
  options: { default?: string; validate?: (text: string) => string | undefined } = {},
  streams: PromptStreams = TERMINAL,
): Promise<string> {
  const { input } = await import('./lazy/inquirer.ts')
  const { validate } = options
  const answer = await input(
    {
      message,
      ...(options.default === undefined ? {} : { default: options.default }),
      validate: (text) => validate?.(text.trim()) ?? true,
    },
    streams,
  )
  return answer.trim()
}

/** A secret: not echoed, and never printed afterwards. */
export async function askSecret(
  message: string,
  streams: PromptStreams = TERMINAL,
): Promise<string> {
  const { password } = await import('./lazy/inquirer.ts')
  const answer = await password({ message, mask: false }, streams)
  rememberSecret(answer)
  return answer
}

/** One of several. */
export async function askChoice<T>(
  message: string,
  choices: readonly { name: string; value: T; description?: string }[],
  streams: PromptStreams = TERMINAL,
): Promise<T> {
  const { select } = await import('./lazy/inquirer.ts')
  return select<T>({ message, choices: [...choices] }, streams)
}
