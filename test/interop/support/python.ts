/**
 * Real Python clients in virtual environments of their own, installed by name and version.
 *
 * @module
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from './cache.ts'

export interface PythonEnvironment {
  /** Absolute path of an installed program. */
  program(name: string): string
}

/**
 * An environment with exactly these requirements; made once and kept between runs.
 *
 * @throws Error  Python 3 is missing, or a package cannot be installed
 */
export function pythonEnvironment(
  name: string,
  requirements: readonly string[],
): PythonEnvironment {
  const dir = join(CACHE, name)
  // Written last, so that an interrupted install is started anew.
  const done = join(dir, 'tao-installed')
  if (!existsSync(done)) {
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dir, { recursive: true })
    execFileSync('python3', ['-m', 'venv', dir], { stdio: 'pipe' })
    const pip = join(dir, 'bin', 'pip')
    const options = ['install', '-q', '--disable-pip-version-check']
    execFileSync(pip, [...options, ...requirements], { stdio: 'pipe' })
    writeFileSync(done, requirements.join('\n'))
  }
  return { program: (program) => join(dir, 'bin', program) }
}

export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, whatever its exit code. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { home: string; timeoutMs?: number },
): Promise<Outcome> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: options.home,
    COLUMNS: '200',
    NO_COLOR: '1',
    PYTHONWARNINGS: 'ignore',
  }
  return new Promise((done) => {
    const settings = { env, timeout: options.timeoutMs ?? 120_000, maxBuffer: 64 * 1024 * 1024 }
    execFile(program, [...args], settings, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ exitCode: code, stdout, stderr })
    })
  })
}
