/**
 * Tells whether a process that left a note is still the same running process.
 *
 * A pid alone does not say: pids are used again after a crash, and mean something else in another
 * container. With the start time of the process, the boot of the machine and the pid namespace
 * beside it, it does.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

export interface ProcessIdentity {
  pid: number
  /** Start time as the system tells it; comparable on one host only. */
  start: string
  /** Where the pid means something: boot and pid namespace, or the host's name. */
  host: string
}

/** `foreign`: a pid of another host or container, nothing can be said from here. */
export type Liveness = 'running' | 'gone' | 'foreign'

/** Instead of a start time: the process has ended, only its parent has not noticed yet. */
export const ENDED = 'ended'

/** Field of /proc/<pid>/stat after the command name: state is the first, start time the 20th. */
const STAT_STATE = 0
const STAT_START = 19

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: startOf(process.pid) ?? '', host: ownHost() }
}

export function livenessOf({ pid, start, host }: ProcessIdentity): Liveness {
  if (host !== ownHost()) return 'foreign'
  if (!exists(pid)) return 'gone'
  const found = startOf(pid)
  // A system that hides the start time leaves the pid alone to judge by.
  return found === undefined || found === start ? 'running' : 'gone'
}

/** Start time of a process, or `ENDED`; undefined where the system does not say. */
export function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid)
}

/** From the kernel's process files, where there are any. */
export function startFromProc(pid: number): string | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  // The command name may hold spaces and brackets; the fields begin after its last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return /[ZX]/.test(fields[STAT_STATE] ?? '') ? ENDED : fields[STAT_START]
}

/** From the ps tool, which every other Unix has. */
export function startFromPs(pid: number): string | undefined {
  let line: string
  try {
    line = execFileSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
    }).trim()
  } catch {
    return undefined
  }
  const [state = '', ...start] = line.split(/\s+/)
  if (state === '') return undefined
  return state.startsWith('Z') ? ENDED : start.join(' ')
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

let host: string | undefined

function ownHost(): string {
  host ??= hostFromProc() ?? hostname()
  return host
}

function hostFromProc(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return undefined
  }
}
