/** Goal: an answer that will not do is asked for again, and a mistake of ours is not hidden. */
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../../../src/cli/refusal.ts'
import { parseTao } from '../../../src/primitives/amount.ts'
import { parseNetuid } from '../../../src/primitives/ids.ts'
import { ss58Decode } from '../../../src/primitives/ss58.ts'
import { ExitCode, TaoError } from '../../../src/primitives/tao-error.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('refusalOf', () => {
  it.each([
    ['an amount', () => parseTao('1e5'), 'plain digits'],
    ['an address', () => ss58Decode('nonsense'), 'invalid address'],
    ['a subnet', () => parseNetuid('70000'), '70000'],
  ])('has words for %s', (_what, parse, words) => {
    expect(refusalOf(thrownBy(parse))).toContain(words)
  })

  it('passes on what the user cannot answer better', () => {
    const local = new TaoError('WALLET_MISSING', 'no wallet', { exitCode: ExitCode.local })
    expect(refusalOf(local)).toBeUndefined()
    expect(refusalOf(new TypeError('x is not a function'))).toBeUndefined()
    expect(refusalOf('text')).toBeUndefined()
  })
})
