/** Goal: the chained commitment that stands in for a state trie tells apart whatever states differ. */
import { describe, expect, it } from 'vitest'
import { nextStateRoot } from '../../../../local-chain/runtime/executive/state-root.ts'

const START = '00'.repeat(32)
const one = Uint8Array.of(1)

describe('nextStateRoot (deviation: no trie)', () => {
  it('is 32 bytes and the same for the same history', () => {
    const root = nextStateRoot(START, [['aa', one]])
    expect(root).toMatch(/^[0-9a-f]{64}$/)
    expect(nextStateRoot(START, [['aa', one]])).toBe(root)
  })

  it('moves on when a block changes nothing', () => {
    expect(nextStateRoot(START, [])).not.toBe(START)
  })

  it('differs by parent, key, value, removal, and where key ends and value begins', () => {
    const roots = [
      nextStateRoot(START, [['aa', one]]),
      nextStateRoot('11'.repeat(32), [['aa', one]]),
      nextStateRoot(START, [['ab', one]]),
      nextStateRoot(START, [['aa', Uint8Array.of(2)]]),
      nextStateRoot(START, [['aa', null]]),
      nextStateRoot(START, [['aa', new Uint8Array()]]),
      nextStateRoot(START, [['aa01', new Uint8Array()]]),
    ]
    expect(new Set(roots).size).toBe(roots.length)
  })
})
