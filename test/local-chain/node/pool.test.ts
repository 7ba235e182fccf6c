/**
 * Goal: the pool orders, replaces and lets go of transactions as substrate's does. Method: bytes stand
 * for transactions, and a table says what validation makes of them.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { POOL_FUTURE_MAX } from '../../../local-chain/node/limits.ts'
import {
  PoolError,
  TransactionPool,
  type TransactionStatus,
  type Validity,
} from '../../../local-chain/node/pool.ts'
import { blake2b256Hex } from '../../../src/primitives/hash.ts'

interface Toy {
  account: string
  nonce: number
  priority?: bigint
  salt?: number
}

/** Account nonces of the pretended state. */
function setup(state: Record<string, number> = {}) {
  const toys = new Map<string, Toy>()
  const tag = (account: string, nonce: number) => `${account}:${nonce}`
  const pool = new TransactionPool((bytes): Validity => {
    const toy = toys.get(blake2b256Hex(bytes))
    if (toy === undefined) throw new Error('unknown')
    const now = state[toy.account] ?? 0
    if (toy.nonce < now) throw new Error('stale')
    return {
      priority: toy.priority ?? 1n,
      requires: toy.nonce > now ? [tag(toy.account, toy.nonce - 1)] : [],
      provides: [tag(toy.account, toy.nonce)],
      longevity: 64n,
    }
  })
  const bytesOf = (toy: Toy) => {
    const bytes = new TextEncoder().encode(
      JSON.stringify({ ...toy, priority: String(toy.priority) }),
    )
    toys.set(blake2b256Hex(bytes), toy)
    return bytes
  }
  const submit = (toy: Toy, watcher?: (status: TransactionStatus) => void) =>
    pool.submit(bytesOf(toy), 1, watcher)
  const order = () =>
    pool.ready().map(({ hash }) => {
      const toy = toys.get(hash)
      return `${toy?.account}${toy?.nonce}`
    })
  return { pool, submit, order, state, bytesOf }
}

describe('TransactionPool', () => {
  it('takes higher priority first, then the earlier one', () => {
    const { submit, order } = setup()
    submit({ account: 'a', nonce: 0 })
    submit({ account: 'b', nonce: 0, priority: 9n })
    submit({ account: 'c', nonce: 0 })
    expect(order()).toEqual(['b0', 'a0', 'c0'])
  })

  it('holds a nonce gap back and lets it go when it is filled', () => {
    const { submit, order, pool } = setup()
    const heard: string[] = []
    submit({ account: 'a', nonce: 2 }, ({ type }) => heard.push(type))
    submit({ account: 'a', nonce: 1, priority: 5n })
    expect(order()).toEqual([])
    expect(pool.hasReady).toBe(false)
    submit({ account: 'a', nonce: 0 })
    expect(order()).toEqual(['a0', 'a1', 'a2'])
    expect(heard).toEqual(['future', 'ready'])
  })

  it('refuses the same bytes twice, and the same nonce without more priority', () => {
    const { submit } = setup()
    const hash = submit({ account: 'a', nonce: 0 })
    const reasonOf = (work: () => void) => {
      try {
        work()
      } catch (error) {
        return error instanceof PoolError ? [error.reason, error.detail] : error
      }
      return 'accepted'
    }
    expect(reasonOf(() => submit({ account: 'a', nonce: 0 }))).toEqual(['alreadyImported', hash])
    expect(reasonOf(() => submit({ account: 'a', nonce: 0, salt: 1 }))).toEqual([
      'priorityTooLow',
      '(1 vs 1)',
    ])
  })

  it('replaces a transaction by one of higher priority and tells its watcher', () => {
    const { submit, order } = setup()
    const heard: TransactionStatus[] = []
    submit({ account: 'a', nonce: 0 }, (status) => heard.push(status))
    const hash = submit({ account: 'a', nonce: 0, priority: 2n })
    expect(heard).toEqual([{ type: 'ready' }, { type: 'usurped', hash }])
    expect(order()).toEqual(['a0'])
  })

  it('lets included ones go as in a block and final, and judges the rest again', () => {
    const { submit, pool, state, order } = setup()
    const heard: TransactionStatus[] = []
    const first = submit({ account: 'a', nonce: 0 }, (status) => heard.push(status))
    submit({ account: 'a', nonce: 1 })
    state['a'] = 2
    pool.blockMade({ number: 1, hash: 'ff', included: new Set([first]), invalid: new Set() })
    expect(heard.slice(1)).toEqual([
      { type: 'inBlock', hash: 'ff' },
      { type: 'finalized', hash: 'ff' },
    ])
    expect(order()).toEqual([])
    expect(pool.size).toBe(0)
  })

  it('bans what turned out invalid for a while', () => {
    const { submit, pool } = setup()
    const hash = submit({ account: 'a', nonce: 0 })
    pool.blockMade({ number: 1, hash: 'ff', included: new Set(), invalid: new Set([hash]) })
    expect(() => submit({ account: 'a', nonce: 0 })).toThrow(/banned/)
    pool.blockMade({ number: 100, hash: 'fe', included: new Set(), invalid: new Set() })
    expect(submit({ account: 'a', nonce: 0 })).toBe(hash)
  })

  it('answers with an error, and does not grow, when the future queue is full', () => {
    const { submit, pool } = setup()
    for (let i = 0; i < POOL_FUTURE_MAX; i++) submit({ account: `x${i}`, nonce: 5 })
    expect(() => submit({ account: 'y', nonce: 5 })).toThrow(/full/)
    expect(submit({ account: 'y', nonce: 0 })).toMatch(/^[0-9a-f]{64}$/)
    expect(pool.size).toBe(POOL_FUTURE_MAX + 1)
  })
})
