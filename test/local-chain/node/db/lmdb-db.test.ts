/** Goal: what only a disk store can get wrong: versions of the format, readers, killed processes. */
import { mkdirSync } from 'node:fs'
import { open } from 'lmdb'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openLmdbDb } from '../../../../local-chain/node/db/lmdb-db.ts'
import type { ChainDb } from '../../../../local-chain/node/db/types.ts'
import { crashBlock, crashDiff, SEGMENT_BLOCKS } from './crash-blocks.ts'
import { block, bundleChild, bytes, Child, hashOf, Model, tempDir } from './support.ts'

let dir: string
let remove: () => void
let opened: ChainDb[]

beforeEach(() => {
  ;({ dir, remove } = tempDir())
  opened = []
})
afterEach(async () => {
  for (const db of opened) await db.close()
  remove()
})

function openHere(options: Parameters<typeof openLmdbDb>[1] = {}): ChainDb {
  const db = openLmdbDb(dir, options)
  opened.push(db)
  return db
}

const binary = { encoding: 'binary', keyEncoding: 'binary' } as const

/** Rows of one table, read past the database. */
async function rowCount(name: string): Promise<number> {
  const root = open({ path: dir, noSubdir: false, readOnly: true, ...binary })
  const count = root.openDB({ name, ...binary }).getKeysCount()
  await root.close()
  return count
}

describe('openLmdbDb', () => {
  it('refuses data of another format and says which', async () => {
    await openLmdbDb(dir).close()
    const root = open({ path: dir, noSubdir: false, ...binary })
    root.openDB({ name: 'system', ...binary }).putSync(Buffer.from('format'), Buffer.from('99'))
    await root.close()
    expect(() => openLmdbDb(dir)).toThrow(
      expect.objectContaining({ code: 'DATA_VERSION', found: '99', expected: '1' }),
    )
  })

  it('makes nothing when opened for reading', () => {
    mkdirSync(dir, { recursive: true })
    expect(() => openLmdbDb(dir, { readOnly: true })).toThrow(
      expect.objectContaining({ code: 'DATA_MISSING' }),
    )
    expect(() => openLmdbDb(`${dir}/nowhere`, { readOnly: true })).toThrow(
      expect.objectContaining({ code: 'DATA_MISSING' }),
    )
  })

  it('makes the directory, whatever its name looks like', async () => {
    const db = openLmdbDb(`${dir}/v1.0/chain.db`)
    db.commit([block(0, [['aa', bytes('1')]])])
    await db.close()
    const again = openLmdbDb(`${dir}/v1.0/chain.db`)
    expect(again.latest().get('aa')).toEqual(bytes('1'))
    await again.close()
  })

  it('keeps the segment length that the data was made with', async () => {
    const db = openLmdbDb(dir, { segmentBlocks: 3 })
    db.commit([0, 1, 2, 3, 4].map((n) => block(n, [['aa', bytes(`${n}`)]])))
    await db.close()
    const again = openHere({ segmentBlocks: 100 })
    again.commit([5, 6, 7].map((n) => block(n, [['aa', bytes(`${n}`)]])))
    for (let n = 0; n <= 7; n++) expect(again.stateAt(n)?.get('aa')).toEqual(bytes(`${n}`))
  })
})

describe('a reader beside the writer', () => {
  it('sees what is committed, and cannot write', async () => {
    const writer = openHere({ segmentBlocks: 4 })
    writer.commit([
      block(0, [
        ['aa', bytes('0')],
        ['ab', bytes('0')],
      ]),
    ])
    const reader = openHere({ readOnly: true })
    expect(reader.head?.number).toBe(0)
    const atZero = reader.stateAt(0)
    for (let n = 1; n <= 9; n++) {
      writer.commit([
        block(n, [
          ['aa', bytes(`${n}`)],
          ['ab', n % 2 ? null : bytes(`${n}`)],
        ]),
      ])
    }
    // A reader looks at one snapshot during a turn of the event loop.
    await expect.poll(() => reader.head?.number).toBe(9)
    expect(reader.finalized?.number).toBe(9)
    expect(reader.latest().get('aa')).toEqual(bytes('9'))
    expect([...reader.latest().keys('')]).toEqual(['aa'])
    expect(atZero?.get('aa')).toEqual(bytes('0'))
    expect([...(atZero?.keys('') ?? [])]).toEqual(['aa', 'ab'])
    expect(reader.stateAt(6)?.get('ab')).toEqual(bytes('6'))
    expect(reader.stateAt(7)?.get('ab')).toBeUndefined()
    expect(reader.header(hashOf(9))).toEqual(bytes('header 9'))
    expect(() => reader.commit([block(10)])).toThrow(expect.objectContaining({ code: 'READ_ONLY' }))
    expect(() => reader.setMeta({ a: 'b' })).toThrow(expect.objectContaining({ code: 'READ_ONLY' }))
  })

  it('stops a second writer before it does harm', () => {
    const one = openHere()
    one.commit([block(0, [['aa', bytes('0')]])])
    const two = openHere()
    one.commit([block(1, [['aa', bytes('1')]])])
    const stale = () => two.commit([{ ...block(1), hash: 'f'.repeat(64) }])
    expect(stale).toThrow(expect.objectContaining({ code: 'HEAD_MOVED' }))
    // Having seen the new head it may go on from there.
    two.commit([block(2, [['aa', bytes('2')]])])
    expect(two.stateAt(1)?.get('aa')).toEqual(bytes('1'))
    expect(() => one.finalize(1)).toThrow()
  })
})

describe('pruning on disk', () => {
  it('frees rows of dropped blocks, and ids of keys that are gone', async () => {
    const db = openLmdbDb(dir, { segmentBlocks: 4, pruneKeep: 3 })
    db.commit([
      block(0, [
        ['aa', bytes('stays')],
        ['ab', bytes('stays')],
      ]),
    ])
    for (let n = 1; n <= 200; n++) {
      const key = `cc${n.toString(16).padStart(2, '0')}`
      const before = `cc${(n - 1).toString(16).padStart(2, '0')}`
      db.commit([
        block(n, [
          [key, bytes('x')],
          [before, null],
          ['ab', bytes(`${n}`)],
        ]),
      ])
    }
    expect(db.oldestState).toBe(197)
    expect(db.header(hashOf(5))).toEqual(bytes('header 5'))
    expect([...(db.stateAt(197)?.keys('') ?? [])]).toEqual(['aa', 'ab', 'ccc5'])
    await db.close()
    expect(await rowCount('diffs')).toBeLessThanOrEqual(8)
    expect(await rowCount('names')).toBeLessThanOrEqual(12)
    expect(await rowCount('dead')).toBeLessThanOrEqual(10)
    expect(await rowCount('versions')).toBeLessThanOrEqual(20)
  })

  it('can be switched on later and catches up in steps', async () => {
    const first = openLmdbDb(dir, { segmentBlocks: 2 })
    first.commit(Array.from({ length: 61 }, (_, n) => block(n, [['aa', bytes(`${n}`)]])))
    await first.close()
    const db = openLmdbDb(dir, { pruneKeep: 5 })
    for (let n = 61; n < 80; n++) {
      db.commit([block(n, [['aa', bytes(`${n}`)]])])
      expect(db.oldestState).toBe(n - 5)
      expect(db.stateAt(n - 6)).toBeUndefined()
      expect(db.stateAt(n - 5)?.get('aa')).toEqual(bytes(`${n - 5}`))
    }
    await db.close()
    expect(await rowCount('diffs')).toBeLessThanOrEqual(8)
    // Switching it off again brings nothing back.
    const archive = openHere()
    expect(archive.oldestState).toBe(74)
    expect(archive.stateAt(73)).toBeUndefined()
  })
})

describe('a process killed while it commits', () => {
  let script: string
  beforeAll(async () => {
    script = await bundleChild('crash-child')
  })

  it.each([
    { batch: 1, kills: 4 },
    { batch: 7, kills: 4 },
    { batch: 3, kills: 3, pruneKeep: 9 },
  ])(
    'loses no told block and leaves none half: $batch a batch',
    async (setup) => {
      let told = -1
      for (let kill = 0; kill < setup.kills; kill++) {
        const args = [dir, String(setup.batch), ...(setup.pruneKeep ? [`${setup.pruneKeep}`] : [])]
        const child = new Child(script, args)
        const goal = told + setup.batch * (5 + kill * 7)
        await child.line((line) => Number(line) >= goal)
        await child.kill()
        told = Math.max(told, ...child.lines.map(Number))
        const db = openLmdbDb(dir, { readOnly: true })
        const head = db.head?.number ?? -1
        expect(head).toBeGreaterThanOrEqual(told)
        expect((head + 1) % setup.batch).toBe(0)
        checkLeft(db, head)
        await db.close()
      }
    },
    60_000,
  )

  function checkLeft(db: ChainDb, head: number): void {
    const model = new Model()
    for (let n = 0; n <= head; n++) model.apply(crashDiff(n))
    expect(db.meta('last')).toBe(`${head}`)
    expect(db.blockHash(head + 1)).toBeUndefined()
    for (let n = db.oldestState ?? 0; n <= head; n += n < head - 12 ? 17 : 1) {
      expect([...(db.stateAt(n)?.keys('') ?? [])]).toEqual(model.keys(n, ''))
      expect(new Map(db.diff(n))).toEqual(model.diffs[n])
      expect(db.body(hashOf(n))).toEqual(crashBlock(n).body)
    }
    for (const [key, value] of model.states[head] ?? []) {
      expect(db.latest().get(key)).toEqual(value)
      expect(db.stateAt(head)?.get(key)).toEqual(value)
    }
  }

  it('uses segments that a kill can fall into', () => {
    expect(SEGMENT_BLOCKS).toBeLessThan(7)
  })
})
