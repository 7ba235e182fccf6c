/**
 * Goal: runtime APIs answer byte for byte as the reference chain did. Method: the recorded changes of a
 * trace are applied to memory up to a block that has recorded answers, and the same questions are asked
 * of that state. No block is executed here, so nothing but the APIs can be wrong.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCallTable, createContext } from '../../../../local-chain/frame/runtime.ts'
import { createRuntimeApis } from '../../../../local-chain/runtime/apis/index.ts'
import { pallets } from '../../../../local-chain/runtime/pallets.ts'
import { runtimeStorage } from '../../../../local-chain/runtime/storage.ts'
import { bytesToHex, hexToBytes } from '../../../../src/primitives/hex.ts'
import { MemoryState } from '../../../support/memory-state.ts'
import { hasShared, sharedPath } from '../../../support/shared.ts'
import { loadTrace } from '../../../support/traces.ts'

/** Series with answers and with every change recorded. */
const FILES = /^(smoke|staking|subnets|weights|misc)-\d+\.json\.gz$/

const files = hasShared
  ? readdirSync(sharedPath('vectors/traces')).filter((name) => FILES.test(name))
  : []
const apis = createRuntimeApis({ profile: 'mainnet' })
const calls = buildCallTable(pallets)

describe.skipIf(!hasShared)('runtime APIs against recorded answers', () => {
  it.each(files)('%s', (file) => {
    const trace = loadTrace(sharedPath(`vectors/traces/${file}`))
    const reader = new MemoryState(trace.genesis.map(([key, value]) => [key, hexToBytes(value)]))
    let asked = 0
    for (const block of trace.blocks) {
      reader.apply(
        (block.diff ?? []).map(([key, value]) => [key, value === null ? null : hexToBytes(value)]),
      )
      if (block.apis === undefined) continue
      const ctx = createContext({ reader, profile: 'mainnet', calls }, runtimeStorage)
      ctx.blockNumber = block.number
      ctx.parentHash = block.parentHash
      for (const [method, args, result] of block.apis) {
        asked++
        const answer = apis.call(ctx, method, hexToBytes(args))
        const text = answer === undefined ? 'no such method' : bytesToHex(answer)
        expect(text, `block ${block.number} ${method} ${args}`).toBe(result)
      }
      expect(ctx.state.takeDiff()).toEqual([])
    }
    expect(asked).toBeGreaterThan(0)
  })
})
