/**
 * Goal: the price roots that clients of spec 393 read follow the pools.
 *
 * @module
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bindStorage } from '../../../../../local-chain/frame/storage/bind.ts'
import {
  sqrtU64F64,
  writeClientCompat,
} from '../../../../../local-chain/runtime/pallets/swap/client-compat.ts'
import { clientCompatStorage } from '../../../../../local-chain/runtime/pallets/swap/storage-client-compat.ts'
import { type TestChain, testChain } from '../../../../support/runtime.ts'

const ONE = 1n << 64n
const ALL_BITS = (1n << 128n) - 1n
const anyBits = fc.bigInt({ min: 0n, max: ALL_BITS })

describe('sqrtU64F64', () => {
  it('knows perfect squares', () => {
    expect(sqrtU64F64(0n)).toBe(0n)
    expect(sqrtU64F64(ONE)).toBe(ONE)
    expect(sqrtU64F64(4n * ONE)).toBe(2n * ONE)
    expect(sqrtU64F64(ONE / 4n)).toBe(ONE / 2n)
  })

  it('is the greatest number whose square does not exceed the argument', () => {
    fc.assert(
      fc.property(anyBits, fc.option(fc.bigInt({ min: 1n, max: ALL_BITS })), (bits, near) => {
        const root = sqrtU64F64(bits, near ?? undefined)
        expect(root * root <= bits << 64n).toBe(true)
        expect((root + 1n) * (root + 1n) > bits << 64n).toBe(true)
      }),
    )
  })
})

describe('writeClientCompat', () => {
  function withSubnets(...netuids: number[]): TestChain {
    const chain = testChain()
    const { subtensor } = chain.ctx.storage
    for (const netuid of netuids) {
      subtensor.networksAdded.set(netuid, true)
      subtensor.subnetMechanism.set(netuid, netuid === 0 ? 0 : 1)
      subtensor.subnetTao.set(netuid, 4_000_000_000n)
      subtensor.subnetAlphaIn.set(netuid, 1_000_000_000n)
    }
    chain.commit()
    return chain
  }
  const stored = (chain: TestChain) =>
    bindStorage(chain.ctx.state, 'Swap', clientCompatStorage)
      .alphaSqrtPrice.entries()
      .sort(([a], [b]) => a - b)

  it('writes the root of the price of every subnet but root', () => {
    const chain = withSubnets(0, 1, 2)
    writeClientCompat(chain.ctx)
    chain.commit()
    expect(stored(chain)).toEqual([
      [1, 2n * ONE],
      [2, 2n * ONE],
    ])
  })

  it('changes nothing while prices stay', () => {
    const chain = withSubnets(1)
    writeClientCompat(chain.ctx)
    chain.commit()
    writeClientCompat(chain.ctx)
    expect(chain.ctx.state.takeDiff()).toEqual([])
  })

  it('follows a price that moves', () => {
    const chain = withSubnets(1)
    writeClientCompat(chain.ctx)
    chain.ctx.storage.subtensor.subnetTao.set(1, 9_000_000_000n)
    writeClientCompat(chain.ctx)
    chain.commit()
    expect(stored(chain)).toEqual([[1, 3n * ONE]])
  })

  it('removes the root of a subnet that is gone, also one of an earlier process', () => {
    const chain = withSubnets(1, 2)
    writeClientCompat(chain.ctx)
    chain.ctx.storage.subtensor.networksAdded.remove(2)
    writeClientCompat(chain.ctx)
    chain.commit()
    expect(stored(chain)).toEqual([[1, 2n * ONE]])

    const restarted = testChain()
    for (const key of chain.reader.keys('')) {
      restarted.reader.set(key, chain.reader.get(key) ?? new Uint8Array())
    }
    restarted.ctx.storage.subtensor.networksAdded.remove(1)
    writeClientCompat(restarted.ctx)
    restarted.commit()
    expect(stored(restarted)).toEqual([])
  })
})
