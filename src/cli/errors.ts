/**
 * Mistakes on the command line, and the one function that turns whatever was thrown into the error
 * a user sees.
 *
 * @module
 */
import process from 'node:process'
import { nearest } from '../primitives/nearest.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import { VERSION } from './version.ts'

/** Wrong usage. `suggestions` say what to type instead. */
export function usageError(
  code: string,
  message: string,
  suggestions: readonly string[] = [],
): TaoError {
  return new TaoError(code, message, { exitCode: ExitCode.usage, suggestions })
}

/** The user said no, or left a question with Ctrl-C. */
export function cancelled(message = 'cancelled, nothing was changed'): TaoError {
  return new TaoError('CANCELLED', message, { exitCode: ExitCode.cancelled })
}

/** A value is missing and nobody can be asked for it. */
export function missingOption(option: string, meaning: string): TaoError {
  return usageError('MISSING_OPTION', `missing ${option}: ${meaning}`, [
    `add ${option} (without a terminal, or with --json, nothing is asked)`,
  ])
}

/** Something that changes state needs a yes, and nobody can be asked for it. */
export function confirmationNeeded(question: string): TaoError {
  return usageError('CONFIRMATION_NEEDED', `this needs your consent: ${question}`, [
    'add --yes to consent (without a terminal, or with --json, nothing is asked)',
  ])
}

/** What of oclif's parser errors is used: their classes are not exported. */
interface OclifLike extends Error {
  readonly oclif?: { readonly exit?: number }
  readonly flags?: readonly string[]
  readonly args?: readonly unknown[]
}

/** Names and prompts that mean "the user pressed Ctrl-C" in @inquirer. */
const PROMPT_LEFT = new Set(['ExitPromptError', 'AbortPromptError', 'CancelPromptError'])

/**
 * Whatever was thrown, as the error a user sees. Errors of the parser become usage errors; anything
 * unknown becomes `BUG`, with the original as its cause.
 *
 * @param options  long names of the command's options, for suggestions
 */
export function toTaoError(
  thrown: unknown,
  { commandId = '', options = [] }: { commandId?: string; options?: readonly string[] } = {},
): TaoError {
  if (thrown instanceof TaoError) return withCleanMessage(thrown)
  if (!(thrown instanceof Error)) return bug(thrown)
  if (PROMPT_LEFT.has(thrown.name)) return cancelled()
  const error: OclifLike = thrown
  if (error.oclif?.exit === undefined) return bug(thrown)
  const help = `tao ${commandId} --help`.replace('  ', ' ')
  const unknown = error.flags?.filter((flag) => flag.startsWith('-')) ?? []
  if (unknown.length > 0) return unknownOptions(unknown, options, help)
  return usageError('USAGE', cleanMessage(thrown.message), [help])
}

/** Anything that should not have happened. */
function bug(thrown: unknown): TaoError {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return new TaoError('BUG', message, {
    exitCode: ExitCode.bug,
    suggestions: ['report it with the command line and the lines above; remove secrets first'],
    data: { version: VERSION, node: process.versions.node, platform: process.platform },
    cause: thrown,
  })
}

function unknownOptions(
  unknown: readonly string[],
  options: readonly string[],
  help: string,
): TaoError {
  const near = unknown.flatMap((flag) =>
    nearest(flag.replace(/^-+/, '').replace(/=.*$/, ''), options).map((name) => `--${name}`),
  )
  const many = unknown.length > 1 ? 's' : ''
  const names = unknown.map((flag) => flag.replace(/=.*$/, '')).join(', ')
  const first = near[0]
  const message = `unknown option${many} ${names}${first ? `, did you mean ${first}?` : ''}`
  return usageError('UNKNOWN_OPTION', message, [...new Set(near), help])
}

/** oclif wraps the message of a failing value; ours says it without the wrapping. */
function withCleanMessage(error: TaoError): TaoError {
  const clean = cleanMessage(error.message)
  if (clean === error.message) return error
  const { code, exitCode, suggestions, data, cause } = error
  return new TaoError(code, clean, { exitCode, suggestions, data, cause })
}

function cleanMessage(message: string): string {
  return message
    .replace(/\nSee more help with --help/g, '')
    .replace(/^Parsing (--\S+) \n\t/, '$1: ')
    .replace(/^The following errors? occurred:\n\s*/, '')
    .replace(/^Unexpected arguments?: /, 'too many words: ')
    .replace(
      /(--[\w-]+)=\S+ cannot also be provided when using (--[\w-]+)/g,
      '$1 and $2 exclude each other',
    )
    .trim()
}
