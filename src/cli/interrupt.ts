/**
 * Ctrl-C, SIGTERM, a closed terminal and a reader that went away. What was started is closed first,
 * within a deadline; a second Ctrl-C does not wait.
 *
 * @module
 */
import process from 'node:process'
import { ExitCode } from '../primitives/tao-error.ts'

/** Long enough to close a database, short enough not to feel stuck. */
const CLEANUP_MS = 5_000
/** 128 plus the number of the signal, as shells have it. */
const SIGTERM_EXIT = 143
const SIGHUP_EXIT = 129

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
  // The terminal was closed; without this nothing would be closed or removed.
  process.on('SIGHUP', () => leave(SIGHUP_EXIT))
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
