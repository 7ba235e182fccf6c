/**
 * Goal: runtime APIs answer byte for byte as the reference chain did. Method: the recorded changes of a
 * trace are applied to memory up to a block that has recorded answers, and the same questions are asked
 * of that state. No block is executed here, so nothing but the APIs can be wrong.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesToHex, hexToBytes } from '../../../../src/primitives/hex.ts'
import { hasShared, sharedPath } from '../../../support/shared.ts'
import { TraceState } from '../../../support/trace-state.ts'
import { loadTrace } from '../../../support/traces.ts'

/** Series with answers and with every change recorded. */
const FILES = /^(smoke|staking|subnets|weights|misc)-\d+\.json\.gz$/

const files = hasShared
  ? readdirSync(sharedPath('vectors/traces')).filter((name) => FILES.test(name))
  : []

describe.skipIf(!hasShared)('runtime APIs against recorded answers', () => {
  it.each(files)('%s', (file) => {
    const state = new TraceState(loadTrace(sharedPath(`vectors/traces/${file}`)))
    let asked = 0
    for (const block of state.trace.blocks) {
      state.apply(block)
      if (block.apis === undefined) continue
      const ctx = state.context()
      for (const [method, args, result] of block.apis) {
        asked++
        const answer = state.apis.call(ctx, method, hexToBytes(args))
        const text = answer === undefined ? 'no such method' : bytesToHex(answer)
        expect(text, `block ${block.number} ${method} ${args}`).toBe(result)
      }
      expect(ctx.state.takeDiff()).toEqual([])
    }
    expect(asked).toBeGreaterThan(0)
  })
})
