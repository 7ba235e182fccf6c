/** Goal: one owner per data directory at any time, and never a stale lock. Method: real processes. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  acquireDataDir,
  HEARTBEAT_MS,
  readDataDirHolder,
  SILENCE_MAX_MS,
} from '../../../../local-chain/node/db/data-dir-lock.ts'
import {
  livenessOf,
  ownIdentity,
  startFromProc,
  startFromPs,
} from '../../../../local-chain/node/db/process-identity.ts'
import { bundleChild, Child, tempDir } from './support.ts'

let script: string
let dir: string
let remove: () => void
let children: Child[]

beforeAll(async () => {
  script = await bundleChild('lock-child')
})
beforeEach(() => {
  ;({ dir, remove } = tempDir())
  children = []
})
afterEach(async () => {
  for (const child of children) await child.kill()
  remove()
})

function spawn(...args: string[]): Child {
  const child = new Child(script, args)
  children.push(child)
  return child
}

async function spawnHolder(endpoint?: string): Promise<Child> {
  const child = spawn('hold', dir, ...(endpoint === undefined ? [] : [endpoint]))
  await child.line((line) => line === 'held')
  return child
}

describe('acquireDataDir', () => {
  it('gives a free directory at once, and again after release', async () => {
    expect(readDataDirHolder(dir)).toBeUndefined()
    const lock = await acquireDataDir(dir, { waitMs: 0 })
    expect(readDataDirHolder(dir)).toEqual({ pid: process.pid })
    lock.release()
    lock.release()
    expect(readDataDirHolder(dir)).toBeUndefined()
    const next = await acquireDataDir(dir, { waitMs: 0 })
    expect(readdirSync(join(dir, 'lock'))).toEqual(['2'])
    next.release()
  })

  it('refuses a second owner in the same process', async () => {
    const lock = await acquireDataDir(dir, { waitMs: 0 })
    await expect(acquireDataDir(dir, { waitMs: 50 })).rejects.toMatchObject({
      code: 'DATA_DIR_BUSY',
      holder: { pid: process.pid },
    })
    lock.release()
  })

  it('waits until the deadline and then says who owns it', async () => {
    const child = await spawnHolder()
    const begun = performance.now()
    await expect(acquireDataDir(dir, { waitMs: 150 })).rejects.toMatchObject({
      code: 'DATA_DIR_BUSY',
      holder: { pid: child.pid },
    })
    expect(performance.now() - begun).toBeGreaterThanOrEqual(150)
  })

  it('does not wait for a node that serves, and tells where', async () => {
    const child = await spawnHolder('ws://127.0.0.1:9944')
    expect(readDataDirHolder(dir)).toEqual({ pid: child.pid, endpoint: 'ws://127.0.0.1:9944' })
    await expect(acquireDataDir(dir, { waitMs: 60_000 })).rejects.toMatchObject({
      holder: { pid: child.pid, endpoint: 'ws://127.0.0.1:9944' },
      message: expect.stringContaining('ws://127.0.0.1:9944'),
    })
  })

  it('passes on as soon as the owner is killed without warning', async () => {
    const child = await spawnHolder('ws://127.0.0.1:9944')
    await child.kill()
    expect(readDataDirHolder(dir)).toBeUndefined()
    const lock = await acquireDataDir(dir, { waitMs: 0 })
    expect(readDataDirHolder(dir)).toEqual({ pid: process.pid })
    lock.release()
  })

  it('lets a waiting process in when the owner is killed', async () => {
    const child = await spawnHolder()
    const waiting = acquireDataDir(dir, { waitMs: 30_000 })
    await child.kill()
    const lock = await waiting
    lock.release()
  })

  it('lets processes that want it all the time take turns', async () => {
    const file = join(dir, 'count')
    writeFileSync(file, '0')
    const counters = [1, 2, 3, 4].map(() => spawn('count', dir, file, '25'))
    expect(await Promise.all(counters.map((child) => child.exited))).toEqual([0, 0, 0, 0])
    expect(readFileSync(file, 'utf8')).toBe('100')
  }, 60_000)

  it('publishes and withdraws an endpoint', async () => {
    const lock = await acquireDataDir(dir, { waitMs: 0, endpoint: 'ws://127.0.0.1:1' })
    expect(readDataDirHolder(dir)?.endpoint).toBe('ws://127.0.0.1:1')
    lock.setEndpoint('ws://127.0.0.1:2')
    expect(readDataDirHolder(dir)?.endpoint).toBe('ws://127.0.0.1:2')
    lock.setEndpoint(undefined)
    expect(readDataDirHolder(dir)).toEqual({ pid: process.pid })
    lock.release()
    lock.setEndpoint('ws://127.0.0.1:3')
    expect(readDataDirHolder(dir)).toBeUndefined()
  })

  it('survives the removal of the directory under it', async () => {
    const lock = await acquireDataDir(dir, { waitMs: 0 })
    rmSync(dir, { recursive: true })
    lock.release()
    expect(existsSync(dir)).toBe(false)
  })

  /** Leaves a note as another process would have. */
  function leave(note: object, ageMs = 0): void {
    mkdirSync(join(dir, 'lock'), { recursive: true })
    const path = join(dir, 'lock', '7')
    writeFileSync(path, JSON.stringify(note))
    const time = (Date.now() - ageMs) / 1000
    utimesSync(path, time, time)
  }

  it('sees through a pid that was used again', () => {
    leave({ ...ownIdentity(), start: '1' })
    expect(readDataDirHolder(dir)).toBeUndefined()
  })

  it('believes a pid of another host or container only while it gives signs of life', async () => {
    const foreign = { pid: 1, start: '5', host: 'elsewhere' }
    leave(foreign)
    expect(readDataDirHolder(dir)).toEqual({ pid: 1 })
    leave(foreign, SILENCE_MAX_MS + 1_000)
    expect(readDataDirHolder(dir)).toBeUndefined()
    const lock = await acquireDataDir(dir, { waitMs: 0 })
    expect(readdirSync(join(dir, 'lock'))).toEqual(['8'])
    lock.release()
  })

  it('misses several heartbeats before it gives an owner up', () => {
    expect(SILENCE_MAX_MS).toBeGreaterThan(4 * HEARTBEAT_MS)
  })

  it('clears drafts that killed processes left behind', async () => {
    leave({ ...ownIdentity(), released: true })
    const draft = join(dir, 'lock', 'draft-old')
    writeFileSync(draft, '{')
    utimesSync(draft, 1, 1)
    const lock = await acquireDataDir(dir, { waitMs: 0 })
    expect(readdirSync(join(dir, 'lock'))).toEqual(['8'])
    lock.release()
  })
})

describe('process identity', () => {
  it('knows itself', () => {
    expect(livenessOf(ownIdentity())).toBe('running')
    expect(livenessOf({ ...ownIdentity(), host: 'elsewhere' })).toBe('foreign')
  })

  it('knows that an ended process is gone', async () => {
    const child = await spawnHolder()
    const identity = { ...ownIdentity(), pid: child.pid }
    expect(livenessOf(identity)).toBe(
      identity.start === startFromProc(child.pid) ? 'running' : 'gone',
    )
    await child.kill()
    expect(livenessOf(identity)).toBe('gone')
  })

  it.runIf(process.platform === 'linux')('reads a start time from either source', () => {
    expect(startFromProc(process.pid)).toMatch(/^\d+$/)
    expect(startFromPs(process.pid)).toMatch(/\d{2}:\d{2}:\d{2} \d{4}$/)
    expect(startFromPs(process.pid)).toBe(startFromPs(process.pid))
    expect(startFromProc(2 ** 30)).toBeUndefined()
    expect(startFromPs(2 ** 30)).toBeUndefined()
  })
})
