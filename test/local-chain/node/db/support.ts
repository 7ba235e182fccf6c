/**
 * Shared parts of the database tests: both stores, a naive model, made-up blocks, child processes.
 *
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { openLmdbDb } from '../../../../local-chain/node/db/lmdb-db.ts'
import { openMemoryDb } from '../../../../local-chain/node/db/memory-db.ts'
import type {
  BlockRecord,
  ChainDb,
  DbOptions,
  StorageChange,
} from '../../../../local-chain/node/db/types.ts'

/** A fresh directory and the function that removes it. */
export function tempDir(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'tao-db-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** A store under test; `reopen` closes and opens it again where that can be done. */
export interface Backend {
  name: string
  start(options?: DbOptions): {
    db(): ChainDb
    reopen(): Promise<void>
    stop(): Promise<void>
  }
}

export const backends: Backend[] = [
  {
    name: 'memory',
    start(options = {}) {
      const db = openMemoryDb(options)
      return { db: () => db, reopen: async () => {}, stop: () => db.close() }
    },
  },
  {
    name: 'lmdb',
    start(options = {}) {
      const { dir, remove } = tempDir()
      let db = openLmdbDb(dir, options)
      return {
        db: () => db,
        reopen: async () => {
          await db.close()
          db = openLmdbDb(dir, options)
        },
        stop: async () => {
          await db.close()
          remove()
        },
      }
    },
  },
]

/** A hash that no other block number has. */
export function hashOf(number: number): string {
  return (number + 1).toString(16).padStart(64, '0')
}

export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text))
}

export function block(number: number, diff: StorageChange[] = []): BlockRecord {
  return {
    number,
    hash: hashOf(number),
    header: bytes(`header ${number}`),
    body: [bytes(`extrinsic ${number}`), new Uint8Array(0)],
    diff,
  }
}

/** Every state in full: slow and easy to believe. */
export class Model {
  readonly states: Array<Map<string, Uint8Array>> = []
  readonly diffs: Array<Map<string, Uint8Array | null>> = []

  apply(diff: readonly StorageChange[]): void {
    const state = new Map(this.states.at(-1))
    const kept = new Map<string, Uint8Array | null>()
    for (const [key, value] of diff) {
      if (value === null && !state.has(key)) continue
      kept.set(key, value)
      if (value === null) state.delete(key)
      else state.set(key, value)
    }
    this.states.push(state)
    this.diffs.push(kept)
  }

  keys(number: number, prefix: string, after?: string): string[] {
    return [...(this.states[number]?.keys() ?? [])]
      .filter((key) => key.startsWith(prefix) && (after === undefined || key > after))
      .sort()
  }
}

/** Few keys that share prefixes, with bytes at both ends of the range. */
export const anyKey = fc.oneof(
  fc.constantFrom('00', '0000', 'ff', 'ffff', 'ff00', 'aa', 'aaff', 'aaffff', 'ab', 'ab00'),
  fc.stringMatching(/^(aa|ab|ff)[0-3]{2}$/),
)

const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 6 }) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 30, maxLength: 60 }) },
)

/** Changes of one block, each key once. */
export const anyDiff: fc.Arbitrary<StorageChange[]> = fc.uniqueArray(
  fc.tuple(anyKey, fc.option(anyValue, { freq: 2, nil: null })),
  { selector: ([key]) => key, maxLength: 8 },
)

/** Bundles a TypeScript file for a child process; its packages stay where they are. */
export async function bundleChild(name: string): Promise<string> {
  const outfile = resolve('node_modules/.cache/db-test', `${name}.mjs`)
  await build({
    entryPoints: [resolve('test/local-chain/node/db', `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  return outfile
}

/** A child whose stdout comes line by line. */
export class Child {
  readonly process: ChildProcess
  readonly lines: string[] = []
  readonly exited: Promise<number | null>
  #waiting: Array<() => void> = []

  constructor(script: string, args: string[]) {
    this.process = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let rest = ''
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      this.lines.push(...parts)
      this.#wake()
    })
    this.exited = new Promise((done) => {
      this.process.on('close', (code) => {
        done(code)
        this.#wake()
      })
    })
  }

  get pid(): number {
    return this.process.pid ?? -1
  }

  /** Resolves with the first line that passes; rejects when the child ends without one. */
  async line(test: (line: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.lines.find(test)
      if (found !== undefined) return found
      if (this.process.exitCode !== null || this.process.signalCode !== null) {
        throw new Error(`child ended, it wrote: ${this.lines.join(' | ')}`)
      }
      await new Promise<void>((wake) => this.#waiting.push(wake))
    }
  }

  /** Kills without warning and waits until the process is gone. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.exited
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake()
  }
}
