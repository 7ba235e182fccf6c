/**
 * Runs the built program as a process, the way a user or a script does. The build is brought up to
 * date first; several test files asking at once wait for one build.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { ensureBuilt } from '../../scripts/build.mjs'

const ENTRY = resolve('bin', 'run.js')
const DEADLINE_MS = 60_000

/** What a finished process left. */
export interface CliRun {
  readonly stdout: string
  readonly stderr: string
  /** Exit code; 128 plus the number of the signal when one ended the process. */
  readonly exitCode: number
}

export interface CliOptions {
  /** Added to a bare environment: PATH, HOME and nothing of the developer's own. */
  readonly env?: Readonly<Record<string, string>>
  /** Text on stdin; without it stdin is closed. */
  readonly input?: string
  readonly cwd?: string
  /** Home folder: wallets, configuration, chain. A fresh one of the test file unless given. */
  readonly home?: string
}

let built: Promise<boolean> | undefined
const homes: string[] = []

// Registered with the file: inside of a case it would be too late, and homes would stay behind.
afterAll(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})

/** An empty home folder, removed after the test file. */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'tao-test-'))
  homes.push(home)
  return home
}

/** Runs `tao` with these words and waits for its end. */
export async function runTao(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = await startTao(args, options)
  return child.finished
}

/** A process that is still running. */
export interface RunningCli {
  readonly pid: number
  readonly finished: Promise<CliRun>
  /** Output so far. */
  stdout(): string
  stderr(): string
  /** Resolves when stdout or stderr holds `text`. */
  seen(text: string | RegExp, deadlineMs?: number): Promise<void>
  kill(signal: NodeJS.Signals): void
}

/** Starts `tao` and leaves it running: servers, miners. The caller ends it. */
export async function startTao(
  args: readonly string[],
  options: CliOptions = {},
): Promise<RunningCli> {
  built ??= ensureBuilt()
  await built
  const home = options.home ?? makeHome()
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: options.cwd ?? home,
    env: { PATH: process.env['PATH'], HOME: home, NO_COLOR: '1', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  // A program that ends before it read its input is no mistake of the test.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const finished = new Promise<CliRun>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code, signal) => {
      const exitCode = code ?? 128 + (signal === 'SIGKILL' ? 9 : signal === 'SIGTERM' ? 15 : 2)
      done({ ...output, exitCode })
    })
  })
  return {
    pid: child.pid ?? 0,
    finished,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    kill: (signal) => child.kill(signal),
    async seen(text, deadlineMs = DEADLINE_MS) {
      const giveUpAt = Date.now() + deadlineMs
      const found = (): boolean => {
        const all = output.stdout + output.stderr
        return typeof text === 'string' ? all.includes(text) : text.test(all)
      }
      while (!found()) {
        if (Date.now() > giveUpAt || child.exitCode !== null) {
          throw new Error(`did not see ${text} in:\n${output.stdout}${output.stderr}`)
        }
        await new Promise((next) => setTimeout(next, 10))
      }
    },
  }
}

/** Runs `tao ... --json` and returns what is inside the envelope. Fails unless it succeeded. */
export async function runTaoJson<T>(args: readonly string[], options: CliOptions = {}): Promise<T> {
  const run = await runTao([...args, '--json'], options)
  if (run.exitCode !== 0) throw new Error(`exit ${run.exitCode}: ${run.stdout}${run.stderr}`)
  return (JSON.parse(run.stdout) as { data: T }).data
}

/** The text with everything that differs between runs replaced, for snapshots. */
export function redact(text: string): string {
  return text
    .replace(/\/\S*tao-test-\w+/g, '<home>')
    .replace(/0x[0-9a-f]{64,}/g, '<hash>')
    .replace(/\b5[1-9A-HJ-NP-Za-km-z]{46,48}\b/g, '<address>')
    .replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?\b/g, '<time>')
    .replace(/\b\d+(\.\d+)? ?(ms|seconds?)\b/g, '<duration>')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:<port>')
}
