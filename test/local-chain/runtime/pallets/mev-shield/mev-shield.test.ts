/**
 * Goal: keys move up block by block, the queue empties itself, and shielded extrinsics are judged before
 * they enter a block. Method: the rules of the pallet on a chain in memory, and extrinsics on a chain of
 * blocks; the recorded series play the calls in `replay.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { NONE, ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { ScaleWriter } from '../../../../../local-chain/frame/scale/writer.ts'
import type { Era } from '../../../../../local-chain/frame/types/era.ts'
import { ValidityFailure } from '../../../../../local-chain/runtime/executive/extrinsics/validity.ts'
import { slotDigest } from '../../../../../local-chain/runtime/pallets/aura/slot.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/mev-shield/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/mev-shield/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/mev-shield/events.ts'
import { processQueue } from '../../../../../local-chain/runtime/pallets/mev-shield/queue.ts'
import { twox128 } from '../../../../../src/primitives/hash.ts'
import { BlockChain } from '../../../../support/block-chain.ts'
import { signedExtrinsic, sr25519Signer } from '../../../../support/extrinsics.ts'
import {
  eventNames,
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'

const who = testAccount(0xaa)
const key = (fill: number) => new Uint8Array(1_184).fill(fill)

describe('keys', () => {
  /** Three authors, the slot of the block its number. */
  function authoredChain(): TestChain {
    const chain = testChain()
    const authors = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill))
    chain.ctx.storage.aura.authorities.set(authors)
    return chain
  }
  function announce(chain: TestChain, block: number, encKey: Uint8Array | undefined): void {
    chain.ctx.blockNumber = block
    chain.ctx.storage.system.digest.set({ logs: [slotDigest(BigInt(block))] })
    calls.announceNextKey.run(chain.ctx, NONE, { encKey })
  }

  it('move from the author after the next to the present one in two blocks', () => {
    const chain = authoredChain()
    const s = chain.ctx.storage.mevShield
    announce(chain, 3, key(0))
    announce(chain, 4, key(1))
    // The author of block 6 announced in block 3.
    expect([s.currentKey.get(), s.pendingKey.get(), s.nextKey.get()]).toEqual([
      undefined,
      undefined,
      key(0),
    ])
    expect(s.nextKeyExpiresAt.get()).toBe(7)
    announce(chain, 5, key(2))
    expect([s.currentKey.get(), s.pendingKey.get(), s.nextKey.get()]).toEqual([
      undefined,
      key(0),
      key(1),
    ])
    expect(s.pendingKeyExpiresAt.get()).toBe(7)
    announce(chain, 6, undefined)
    expect(s.currentKey.get()).toEqual(key(0))
    // The author without a key is nobody's target any more.
    announce(chain, 7, key(1))
    expect([s.nextKey.get(), s.nextKeyExpiresAt.get()]).toEqual([undefined, undefined])
  })

  it('are announced as an inherent, by an author, and whole', () => {
    const chain = authoredChain()
    const run = (origin = NONE, encKey?: Uint8Array) =>
      calls.announceNextKey.run(chain.ctx, origin, { encKey })
    expectNoop(chain, () => run(ROOT), 'BadOrigin')
    expectNoop(chain, () => run(), errors.Unreachable)
    chain.ctx.storage.system.digest.set({ logs: [slotDigest(1n)] })
    expectNoop(chain, () => run(NONE, new Uint8Array(1_183)), errors.BadEncKeyLen)
  })

  it('are not announced by the local node (deviation)', () => {
    const chain = new BlockChain()
    for (let i = 0; i < 4; i++) chain.block()
    expect(chain.runtime.ctx.storage.mevShield.nextKey.exists()).toBe(false)
  })
})

describe('the queue', () => {
  const store = (chain: TestChain) =>
    calls.storeEncrypted.run(chain.ctx, signed(who), { encryptedCall: Uint8Array.of(1, 2) })

  it('takes as many calls as root allows, and drops them in the next block', () => {
    const chain = testChain()
    const s = chain.ctx.storage.mevShield
    calls.setMaxPendingExtrinsicsNumber.run(chain.ctx, ROOT, { value: 2 })
    store(chain)
    store(chain)
    expectLastEvent(chain, events.ExtrinsicStored, { index: 1, who })
    expectNoop(chain, () => store(chain), errors.TooManyPendingExtrinsics)
    chain.ctx.blockNumber++
    processQueue(chain.ctx)
    expect(eventNames(chain)).toEqual([
      'MevShield.ExtrinsicDecodeFailed',
      'MevShield.ExtrinsicDecodeFailed',
    ])
    expect(s.pendingExtrinsics.entries()).toEqual([])
    // The counter stays written; numbers are not used again.
    expect([s.counterForPendingExtrinsics.exists(), s.counterForPendingExtrinsics.get()]).toEqual([
      true,
      0,
    ])
    store(chain)
    expectLastEvent(chain, events.ExtrinsicStored, { index: 2, who })
  })

  it('expires what waited longer than its lifetime', () => {
    const chain = testChain()
    store(chain)
    chain.ctx.blockNumber += 11
    processQueue(chain.ctx)
    expectLastEvent(chain, events.ExtrinsicExpired, { index: 0 })
  })

  it('is bound by root, up to half a block', () => {
    const chain = testChain()
    const half = 2_000_000_000_000n
    for (const of of [calls.setOnInitializeWeight, calls.setMaxExtrinsicWeight]) {
      of.run(chain.ctx, ROOT, { value: half })
      expectNoop(
        chain,
        () => of.run(chain.ctx, ROOT, { value: half + 1n }),
        errors.WeightExceedsAbsoluteMax,
      )
      expectNoop(chain, () => of.run(chain.ctx, signed(who), { value: 1n }), 'BadOrigin')
    }
    calls.setStoredExtrinsicLifetime.run(chain.ctx, ROOT, { value: 3 })
    expectLastEvent(chain, events.ExtrinsicLifetimeSet, { value: 3 })
  })
})

describe('a shielded extrinsic', () => {
  const signer = sr25519Signer('//Alice')

  function ciphertext(of: Uint8Array): Uint8Array {
    const w = new ScaleWriter()
    w.raw(twox128(of))
    w.u16(4)
    w.raw(new Uint8Array(4 + 24 + 16))
    return w.finish()
  }
  function submit(chain: BlockChain, bytes: Uint8Array, era: Era): Uint8Array {
    const w = new ScaleWriter()
    w.u8(30)
    w.u8(1)
    w.compact(bytes.length)
    w.raw(bytes)
    const birthHash = chain.hashOf(era === undefined ? 0 : era.phase)
    return signedExtrinsic({
      signer,
      call: w.finish(),
      genesisHash: chain.hashOf(0),
      birthHash,
      ...(era === undefined ? {} : { era }),
    })
  }
  function verdict(chain: BlockChain, bytes: Uint8Array): string {
    try {
      chain.runtime.validateTransaction(bytes, chain.hashOf(chain.best))
      return 'valid'
    } catch (error) {
      if (error instanceof ValidityFailure) return error.message
      throw error
    }
  }

  it('must die within 8 blocks and have its form', () => {
    const chain = new BlockChain()
    for (let i = 0; i < 3; i++) chain.block()
    const good = ciphertext(key(5))
    expect(verdict(chain, submit(chain, good, undefined))).toBe('Stale')
    expect(verdict(chain, submit(chain, good, { period: 16, phase: 2 }))).toBe('Stale')
    expect(verdict(chain, submit(chain, good, { period: 8, phase: 2 }))).toBe('valid')
    const short = good.subarray(0, 45)
    expect(verdict(chain, submit(chain, short, { period: 8, phase: 2 }))).toBe('Custom(23)')
  })

  it('enters a block only for a key that its author or the next but one holds', () => {
    const chain = new BlockChain()
    for (let i = 0; i < 3; i++) chain.block()
    const bytes = submit(chain, ciphertext(key(5)), { period: 8, phase: 2 })
    expect(chain.block(bytes).applied).toEqual([
      {
        included: false,
        refusal: { type: 'Invalid', value: { type: 'Custom', value: 24 } },
        mayWorkLater: false,
        blockIsFull: false,
      },
    ])
    chain.begin()
    chain.runtime.ctx.storage.mevShield.nextKey.set(key(5))
    expect(chain.runtime.applyExtrinsic(bytes)).toEqual({
      included: true,
      dispatchError: undefined,
    })
    const names = chain.finish().events.map(({ pallet, name }) => `${pallet}.${name}`)
    expect(names).toContain('MevShield.EncryptedSubmitted')
  })
})
