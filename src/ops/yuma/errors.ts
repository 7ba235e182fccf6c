/**
 * Input that is no epoch, and files that cannot be read.
 *
 * @module
 */
import { dirname } from 'node:path'
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
    suggestions: [...meant, helpOn(where)],
    data: { where, rule },
  })
}

/** The help that says how the place is written. */
function helpOn(where: string): string {
  if (/^--(param|metric)\b/.test(where)) return 'tao yuma sweep --help shows ranges and metrics'
  if (/^(--)?variant\b/.test(where)) return 'tao yuma compare --help shows what can be changed'
  return 'tao yuma run --help shows the forms'
}

/** A file that is not there, or that this user may not read. */
export function unreadableFile(path: string, cause: unknown): TaoError {
  return unusableFile('read', path, cause)
}

/** A file that cannot be written. */
export function unwritableFile(path: string, cause: unknown): TaoError {
  return unusableFile('write', path, cause)
}

function unusableFile(use: 'read' | 'write', path: string, cause: unknown): TaoError {
  const folder = dirname(path)
  const [why, next] = {
    ENOENT:
      use === 'read'
        ? ['there is no such file', `ls ${folder}`]
        : [`there is no folder ${folder}`, `mkdir -p ${folder}`],
    EISDIR: ['it is a folder', use === 'read' ? `ls ${path}` : `name a file: ${path}/NAME`],
    ENOTDIR: [`${folder} is no folder`, `ls -ld ${folder}`],
    EACCES: [`this user may not ${use} it`, `ls -ld ${folder} ${path}`],
    EROFS: ['the disk can only be read', 'name a file elsewhere'],
    ENOSPC: ['the disk is full', 'df -h'],
  }[codeOf(cause)] ?? [cause instanceof Error ? cause.message : String(cause), undefined]
  return new TaoError('FILE_UNREADABLE', `cannot ${use} ${path}: ${why}`, {
    exitCode: ExitCode.local,
    suggestions: next === undefined ? ['tao yuma run --help shows the forms'] : [next],
    data: { path },
    cause,
  })
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
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
