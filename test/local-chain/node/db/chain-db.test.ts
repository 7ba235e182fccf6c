/** Goal: what is committed can be read back, at any block, from either store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChainDb } from '../../../../local-chain/node/db/types.ts'
import { backends, block, bytes, hashOf } from './support.ts'

describe.each(backends)('ChainDb in $name', (backend) => {
  let run: ReturnType<typeof backend.start>
  let db: ChainDb

  beforeEach(() => {
    run = backend.start()
    db = run.db()
  })
  afterEach(() => run.stop())

  it('is empty at first', () => {
    expect(db.head).toBeUndefined()
    expect(db.finalized).toBeUndefined()
    expect(db.oldestState).toBeUndefined()
    expect(db.stateAt(0)).toBeUndefined()
    expect(db.latest().get('aa')).toBeUndefined()
    expect([...db.latest().keys('')]).toEqual([])
    expect(db.blockHash(0)).toBeUndefined()
    expect(db.blockNumber(hashOf(0))).toBeUndefined()
    expect(db.diff(0)).toBeUndefined()
  })

  it('finds a block by number and by hash, with header, body and diff', () => {
    db.commit([
      block(0, [
        ['bb', bytes('x')],
        ['aa', bytes('')],
      ]),
      block(1),
    ])
    expect(db.head).toEqual({ number: 1, hash: hashOf(1) })
    expect(db.blockHash(1)).toBe(hashOf(1))
    expect(db.blockHash(2)).toBeUndefined()
    expect(db.blockHash(-1)).toBeUndefined()
    expect(db.blockNumber(hashOf(1))).toBe(1)
    expect(db.blockNumber('nonsense')).toBeUndefined()
    expect(db.header(hashOf(1))).toEqual(bytes('header 1'))
    expect(db.body(hashOf(1))).toEqual([bytes('extrinsic 1'), bytes('')])
    expect(db.header(hashOf(2))).toBeUndefined()
    expect(db.body(hashOf(2))).toBeUndefined()
    expect(db.diff(0)).toEqual([
      ['aa', bytes('')],
      ['bb', bytes('x')],
    ])
    expect(db.diff(1)).toEqual([])
    expect(db.diff(2)).toBeUndefined()
  })

  it('tells an empty value from an absent one, now and in the past', () => {
    db.commit([block(0, [['aa', bytes('')]])])
    db.commit([block(1, [['aa', null]]), block(2)])
    expect(db.stateAt(0)?.get('aa')).toEqual(bytes(''))
    expect(db.stateAt(1)?.get('aa')).toBeUndefined()
    expect(db.latest().get('aa')).toBeUndefined()
    expect([...(db.stateAt(0)?.keys('') ?? [])]).toEqual(['aa'])
    expect([...(db.stateAt(1)?.keys('') ?? [])]).toEqual([])
  })

  it('hands out plain byte arrays, which slice into copies', () => {
    db.commit([block(0, [['aa', bytes('value')]]), block(1)])
    for (const value of [db.latest().get('aa'), db.stateAt(0)?.get('aa'), db.header(hashOf(0))]) {
      expect(Buffer.isBuffer(value)).toBe(false)
      expect(value).toBeInstanceOf(Uint8Array)
    }
  })

  it('does not record the removal of an absent key', () => {
    db.commit([block(0, [['aa', null]]), block(1, [['bb', bytes('1')]])])
    expect(db.diff(0)).toEqual([])
    db.commit([
      block(2, [
        ['bb', null],
        ['cc', null],
      ]),
    ])
    expect(db.diff(2)).toEqual([['bb', null]])
  })

  it('keeps a past state as it was while the chain moves on', () => {
    db.commit([
      block(0, [
        ['aa', bytes('0')],
        ['ab', bytes('0')],
      ]),
    ])
    const state = db.stateAt(0)
    const keys = state?.keys('')[Symbol.iterator]()
    expect(keys?.next().value).toBe('aa')
    db.commit([
      block(1, [
        ['aa', bytes('1')],
        ['ab', null],
        ['ac', bytes('1')],
      ]),
    ])
    expect(state?.get('aa')).toEqual(bytes('0'))
    expect(keys?.next().value).toBe('ab')
    expect(keys?.next().done).toBe(true)
    expect(db.latest().get('aa')).toEqual(bytes('1'))
  })

  it('lists keys under a prefix in byte order, over many pages', () => {
    const all = Array.from({ length: 1_000 }, (_, i) => i.toString(16).padStart(4, '0'))
    db.commit([
      block(
        0,
        all.map((key) => [`ab${key}`, bytes(key)]),
      ),
      block(1, [['ac', bytes('')]]),
    ])
    const expected = all.map((key) => `ab${key}`)
    for (const state of [db.latest(), db.stateAt(0)]) {
      expect([...(state?.keys('ab') ?? [])]).toEqual(expected)
      expect([...(state?.keys('ab', 'ab0300') ?? [])]).toEqual(expected.slice(0x301))
      expect([...(state?.keys('ab', 'ab') ?? [])]).toEqual(expected)
      expect([...(state?.keys('ab', 'aa') ?? [])]).toEqual(expected)
      expect([...(state?.keys('ab', 'ac') ?? [])]).toEqual([])
    }
  })

  it('finalizes with the commit, or later when asked to', () => {
    db.commit([block(0), block(1)])
    expect(db.finalized).toEqual({ number: 1, hash: hashOf(1) })
    db.commit([block(2), block(3)], { finalize: false })
    expect(db.finalized?.number).toBe(1)
    db.finalize(2)
    expect(db.finalized).toEqual({ number: 2, hash: hashOf(2) })
    expect(() => db.finalize(1)).toThrow(/block 2 is finalized/)
    expect(() => db.finalize(4)).toThrow(/block 4 is unknown/)
  })

  it('keeps meta texts, alone and together with a block', () => {
    db.setMeta({ chain: 'local', mode: 'instant' })
    db.commit([{ ...block(0), meta: { genesis: hashOf(0), mode: null } }])
    expect(db.meta('chain')).toBe('local')
    expect(db.meta('genesis')).toBe(hashOf(0))
    expect(db.meta('mode')).toBeUndefined()
  })

  it('starts at any block number, as a fork does', () => {
    db.commit([block(700, [['aa', bytes('700')]])])
    db.commit([block(701, [['aa', bytes('701')]]), block(702)])
    expect(db.oldestState).toBe(700)
    expect(db.stateAt(699)).toBeUndefined()
    expect(db.stateAt(700)?.get('aa')).toEqual(bytes('700'))
    expect(db.stateAt(702)?.get('aa')).toEqual(bytes('701'))
  })

  it('knows no state for numbers that are no blocks', () => {
    db.commit([block(0), block(1)])
    for (const number of [-1, 0.5, Number.NaN, 2, 2 ** 32]) {
      expect(db.stateAt(number)).toBeUndefined()
      expect(db.diff(number)).toBeUndefined()
    }
  })

  it('refuses to be used after close, and closes twice without harm', async () => {
    db.commit([block(0)])
    await db.close()
    await db.close()
    expect(() => db.latest().get('aa')).toThrow(/closed/)
    expect(() => db.commit([block(1)])).toThrow(/closed/)
  })

  const good = block(1, [
    ['aa', bytes('new')],
    ['dd', bytes('new')],
    ['bb', null],
  ])
  it.each([
    { why: 'a gap', blocks: [block(2)], code: 'BAD_RECORD' },
    { why: 'a gap inside a batch', blocks: [good, block(3)], code: 'BAD_RECORD' },
    { why: 'a repeated number', blocks: [block(0)], code: 'BAD_RECORD' },
    { why: 'a known hash', blocks: [{ ...block(1), hash: hashOf(0) }], code: 'BAD_RECORD' },
    { why: 'a hash twice', blocks: [good, { ...block(2), hash: good.hash }], code: 'BAD_RECORD' },
    {
      why: 'a hash with 0x',
      blocks: [{ ...block(1), hash: `0x${hashOf(1)}` }],
      code: 'BAD_RECORD',
    },
    { why: 'an empty key', blocks: [good, block(2, [['', bytes('1')]])], code: 'BAD_KEY' },
    { why: 'half a byte', blocks: [good, block(2, [['abc', bytes('1')]])], code: 'BAD_KEY' },
    { why: 'upper case', blocks: [good, block(2, [['AB', bytes('1')]])], code: 'BAD_KEY' },
    { why: '0x', blocks: [good, block(2, [['0xab', bytes('1')]])], code: 'BAD_KEY' },
    {
      why: 'a key that is too long',
      blocks: [good, block(2, [['ab'.repeat(1_978), bytes('1')]])],
      code: 'BAD_KEY',
    },
    {
      why: 'a key twice in one block',
      blocks: [
        good,
        block(2, [
          ['dd', bytes('1')],
          ['dd', bytes('2')],
        ]),
      ],
      code: 'BAD_RECORD',
    },
  ])('refuses $why and leaves everything as it was', ({ blocks, code }) => {
    db.commit([
      block(0, [
        ['aa', bytes('old')],
        ['bb', bytes('old')],
      ]),
    ])
    expect(() => db.commit(blocks)).toThrow(expect.objectContaining({ code }))
    expect(db.head?.number).toBe(0)
    expect(db.latest().get('aa')).toEqual(bytes('old'))
    expect([...db.latest().keys('')]).toEqual(['aa', 'bb'])
    expect(db.blockHash(1)).toBeUndefined()
    // Nothing of the refused batch leaks into the next one.
    db.commit([good, block(2, [['dd', null]])])
    expect([...db.latest().keys('')]).toEqual(['aa'])
    expect([...(db.stateAt(1)?.keys('') ?? [])]).toEqual(['aa', 'dd'])
    expect(db.diff(1)).toEqual([
      ['aa', bytes('new')],
      ['bb', null],
      ['dd', bytes('new')],
    ])
  })

  it('keeps keys of the greatest length', () => {
    const key = 'ff'.repeat(1_977)
    db.commit([
      block(0, [
        [key, bytes('long')],
        ['aa', bytes('short')],
      ]),
    ])
    expect(db.latest().get(key)).toEqual(bytes('long'))
    expect([...db.latest().keys('ff')]).toEqual([key])
    expect([...db.latest().keys('', key)]).toEqual([])
    expect(db.latest().get(`${key}ff`)).toBeUndefined()
  })

  it('refuses prefixes that are not whole bytes', () => {
    db.commit([block(0), block(1)])
    for (const state of [db.latest(), db.stateAt(0)]) {
      expect(() => state?.keys('a')).toThrow(expect.objectContaining({ code: 'BAD_KEY' }))
      expect(() => state?.keys('', 'xyz')).toThrow(expect.objectContaining({ code: 'BAD_KEY' }))
    }
  })
})
