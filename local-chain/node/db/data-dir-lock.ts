/**
 * One writer per data directory, whatever way the last one ended.
 *
 * Each owner is a file `lock/<turn>`, written aside and linked into place, so it appears whole and
 * only once. The highest turn owns the directory. Nobody removes the highest file, the next owner
 * takes a higher turn: taking over after a crash is the same step as queueing, and needs no
 * "remove the stale lock" that two processes could do at once.
 *
 * @module
 */
import { randomUUID } from 'node:crypto'
import {
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { makeFolder } from '../../../src/primitives/make-folder.ts'
import { DataDirBusyError } from './errors.ts'
import { livenessOf, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/** How often a waiting process looks again: short against a CLI command, long against a stat. */
const POLL_MS = 20
/** How often an owner shows that it lives, to hosts and containers that cannot see its pid. */
export const HEARTBEAT_MS = 3_000
/** After this silence such an owner counts as gone; several missed beats, as beats can be late. */
export const SILENCE_MAX_MS = 20_000

const DRAFT = 'draft-'

/** Who owns a data directory. */
export interface DataDirHolder {
  pid: number
  /** Where its node can be reached, once it serves. */
  endpoint?: string
}

export interface DataDirLock {
  readonly dir: string
  /** Tells other processes where to connect, or that they no longer can. */
  setEndpoint(url: string | undefined): void
  /** Lets the next one in. Calling it again does nothing. */
  release(): void
}

export interface AcquireOptions {
  /** How long to wait for the present owner. */
  waitMs: number
  /** Published from the first moment, for a node that serves before it opens the chain. */
  endpoint?: string
}

interface Note extends ProcessIdentity {
  endpoint?: string
  released?: true
}

/**
 * Takes the data directory for this process, waiting in turn for a short-lived owner. An owner
 * with an endpoint is a running node and is not waited for.
 *
 * @throws DataDirBusyError  with the owner's pid, and its endpoint where it has one
 */
export async function acquireDataDir(dir: string, options: AcquireOptions): Promise<DataDirLock> {
  const deadline = performance.now() + options.waitMs
  makeFolder(lockDir(dir))
  for (;;) {
    const { turn, holder } = inspect(dir)
    if (holder === undefined) {
      const lock = tryTurn(dir, turn + 1, options.endpoint)
      if (lock !== undefined) return lock
      continue
    }
    if (holder.endpoint !== undefined || performance.now() >= deadline) {
      throw new DataDirBusyError(dir, holder)
    }
    await delay(POLL_MS)
  }
}

/** The process that owns the directory now; undefined when it is free. */
export function readDataDirHolder(dir: string): DataDirHolder | undefined {
  return inspect(dir).holder
}

/** The highest turn taken so far, and its owner while that one lives. */
function inspect(dir: string): { turn: number; holder?: DataDirHolder } {
  const turn = Math.max(0, ...turnsIn(dir))
  if (turn === 0) return { turn }
  const path = turnPath(dir, turn)
  try {
    const note = JSON.parse(readFileSync(path, 'utf8')) as Note
    if (note.released === true) return { turn }
    const liveness = livenessOf(note)
    if (liveness === 'gone') return { turn }
    const silentMs = Date.now() - statSync(path).mtimeMs
    if (liveness === 'foreign' && silentMs > SILENCE_MAX_MS) return { turn }
    const { pid, endpoint } = note
    return { turn, holder: endpoint === undefined ? { pid } : { pid, endpoint } }
  } catch (error) {
    // Gone between listing and reading: somebody has taken a higher turn meanwhile.
    if (isCode(error, 'ENOENT')) return inspect(dir)
    throw error
  }
}

/** Takes a turn if nobody else does at the same moment. */
function tryTurn(dir: string, turn: number, endpoint?: string): DataDirLock | undefined {
  const note: Note = { ...ownIdentity(), ...(endpoint === undefined ? {} : { endpoint }) }
  const path = turnPath(dir, turn)
  const draft = draftPath(dir)
  writeFileSync(draft, JSON.stringify(note))
  try {
    linkSync(draft, path)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return undefined
    throw error
  } finally {
    unlinkSync(draft)
  }
  // Between looking and linking this turn may have come, gone and been cleared away.
  if (turnsIn(dir).some((other) => other > turn)) {
    ignoring('ENOENT', () => unlinkSync(path))
    return undefined
  }
  clearBelow(dir, turn)
  return holdTurn(dir, path, note)
}

function holdTurn(dir: string, path: string, first: Note): DataDirLock {
  let note = first
  const beat = setInterval(() => {
    const now = new Date()
    // A directory removed under a running node must not end it; the next write will tell.
    ignoring('ENOENT', () => utimesSync(path, now, now))
  }, HEARTBEAT_MS)
  beat.unref()
  const write = (next: Note): void => {
    const draft = draftPath(dir)
    writeFileSync(draft, JSON.stringify(next))
    renameSync(draft, path)
    note = next
  }
  return {
    dir,
    setEndpoint(url) {
      if (note.released === true) return
      const { endpoint: _old, ...rest } = note
      write(url === undefined ? rest : { ...rest, endpoint: url })
    },
    release() {
      if (note.released === true) return
      clearInterval(beat)
      ignoring('ENOENT', () => write({ ...note, released: true }))
    },
  }
}

/** Removes lower turns and what killed processes left behind while drafting. */
function clearBelow(dir: string, turn: number): void {
  for (const other of turnsIn(dir)) {
    if (other < turn) ignoring('ENOENT', () => unlinkSync(turnPath(dir, other)))
  }
  for (const name of readdirSync(lockDir(dir))) {
    if (!name.startsWith(DRAFT)) continue
    const path = join(lockDir(dir), name)
    ignoring('ENOENT', () => {
      if (Date.now() - statSync(path).mtimeMs > SILENCE_MAX_MS) unlinkSync(path)
    })
  }
}

function turnsIn(dir: string): number[] {
  try {
    return readdirSync(lockDir(dir))
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch (error) {
    // Nothing there, or a file in place of the folder: whoever opens the chain will say so.
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
    throw error
  }
}

function lockDir(dir: string): string {
  return join(dir, 'lock')
}

/** A name of its own for every draft: two containers may give two processes one pid. */
function draftPath(dir: string): string {
  return join(lockDir(dir), `${DRAFT}${randomUUID()}`)
}

function turnPath(dir: string, turn: number): string {
  return join(lockDir(dir), String(turn))
}

function ignoring(code: string, action: () => void): void {
  try {
    action()
  } catch (error) {
    if (!isCode(error, code)) throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
