/**
 * Input that is no epoch, and files that cannot be read.
 *
 * @module
 */
import { EpochInputError } from '../../../local-chain/yuma/index.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'

/**
 * A value that breaks a rule.
 *
 * @param where   file, row and column in words
 * @param meant   words that may have been meant
 */
export function invalidEpoch(where: string, rule: string, meant: readonly string[] = []): TaoError {
  const message = where === '' ? rule : `${where}: ${rule}`
  return new TaoError('INVALID_EPOCH', message, {
    exitCode: ExitCode.usage,
    suggestions: [...meant, 'tao yuma run --help shows the forms'],
    data: { where, rule },
  })
}

/** A file that is not there, or that this user may not read or write. */
export function unreadableFile(path: string, cause: unknown): TaoError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new TaoError('FILE_UNREADABLE', `cannot use ${path}: ${why}`, {
    exitCode: ExitCode.local,
    data: { path },
    cause,
  })
}

/** Runs `work`; the library's refusal of an input becomes one that a user sees. */
export function refusing<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof EpochInputError)) throw error
    throw invalidEpoch([file, error.path].filter((part) => part !== '').join(': '), error.rule)
  }
}

/** Recorded results that did not come out. */
export function differsFromRecorded(labels: readonly string[]): TaoError {
  const few = labels.slice(0, 5).map((label) => (label === '' ? 'the step' : label))
  const more = labels.length > few.length ? ` and ${labels.length - few.length} more` : ''
  const message = `not as recorded, or nothing recorded: ${few.join(', ')}${more}`
  return new TaoError('EPOCH_DIFFERS', message, {
    exitCode: ExitCode.local,
    suggestions: ['compare exact in the file with exact of --json'],
    data: { steps: [...labels] },
  })
}
