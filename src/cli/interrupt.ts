/**
 * Ctrl-C, SIGTERM and a reader that went away. What was started is closed first, within a deadline;
 * a second Ctrl-C does not wait.
 *
 * @module
 */
import process from 'node:process'
import { ExitCode } from '../primitives/tao-error.ts'

/** Long enough to close a database, short enough not to feel stuck. */
const CLEANUP_MS = 5_000
const SIGTERM_EXIT = 143

type Cleanup = () => void | Promise<void>

const cleanups = new Set<Cleanup>()

/** Runs `cleanup` if the process is interrupted. Returns how to forget it again. */
export function onInterrupt(cleanup: Cleanup): () => void {
  cleanups.add(cleanup)
  return () => cleanups.delete(cleanup)
}

/** Takes over the signals. Called once, by the entry. */
export function watchInterrupts(): void {
  process.on('SIGINT', () => leave(ExitCode.cancelled))
  process.on('SIGTERM', () => leave(SIGTERM_EXIT))
  // `tao ... | head` closes the pipe early: nobody reads on, which is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? ExitCode.ok)
    throw error
  })
  process.stderr.on('error', () => {})
}

let leaving = false

function leave(exitCode: number): void {
  if (leaving) process.exit(exitCode)
  leaving = true
  process.exitCode = exitCode
  const deadline = setTimeout(() => process.exit(exitCode), CLEANUP_MS)
  deadline.unref()
  const finished = [...cleanups].reverse().map(async (cleanup) => cleanup())
  void Promise.allSettled(finished).then(() => process.exit(exitCode))
}
