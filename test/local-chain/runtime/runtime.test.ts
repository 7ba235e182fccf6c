/**
 * Goal: a block begins and ends as the chain's do, and an extrinsic that may not be in it leaves
 * nothing. Method: blocks by hand over the local network's genesis.
 */
import { describe, expect, it } from 'vitest'
import { NONE, ROOT } from '../../../local-chain/frame/origin.ts'
import { ScaleWriter } from '../../../local-chain/frame/scale/writer.ts'
import { itemPrefix } from '../../../local-chain/frame/storage/hashers.ts'
import { ValidityFailure } from '../../../local-chain/runtime/executive/extrinsics/validity.ts'
import { system } from '../../../local-chain/runtime/pallets/system/index.ts'
import { accountId } from '../../../src/primitives/account-id.ts'
import { bytesToHex, hexToBytes } from '../../../src/primitives/hex.ts'
import { BlockChain, timestamp } from '../../support/block-chain.ts'
import {
  type ExtrinsicParts,
  ecdsaSigner,
  ed25519Signer,
  signedExtrinsic,
  sr25519Signer,
  withLength,
} from '../../support/extrinsics.ts'

const EVENTS = itemPrefix('System', 'Events')
const TAO = 1_000_000_000n
const TARGET = accountId('99'.repeat(32))
const alice = sr25519Signer('//Alice')

/** `Balances.transfer_keep_alive` to the target. */
function transferCall(rao: bigint): Uint8Array {
  const w = new ScaleWriter()
  for (const byte of [5, 3, 0]) w.u8(byte)
  w.hex(TARGET)
  w.compactBig(rao)
  return w.finish()
}

function transfer(chain: BlockChain, parts: Partial<ExtrinsicParts> = {}): Uint8Array {
  const defaults = { signer: alice, call: transferCall(TAO), genesisHash: chain.hashOf(0) }
  return signedExtrinsic({ ...defaults, ...parts })
}

function refusalOf(chain: BlockChain, bytes: Uint8Array): string {
  try {
    chain.runtime.validateTransaction(bytes, chain.hashOf(chain.best))
    return 'valid'
  } catch (error) {
    if (error instanceof ValidityFailure) return error.message
    throw error
  }
}

describe('Runtime blocks', () => {
  it('puts the events of a block into storage, encoded once', () => {
    const chain = new BlockChain()
    const { block } = chain.block()
    const stored = chain.state.get(EVENTS)
    const records = block.events.map(({ phase, bytes }) => {
      const index = phase.type === 'ApplyExtrinsic' ? '0000000000' : ''
      return `${index || (phase.type === 'Finalization' ? '01' : '02')}${bytesToHex(bytes)}00`
    })
    const count = (block.events.length << 2).toString(16).padStart(2, '0')
    expect(bytesToHex(stored ?? new Uint8Array())).toBe(count + records.join(''))
    expect(block.events.at(-1)?.name).toBe('ExtrinsicSuccess')
    expect(chain.runtime.ctx.storage.system.eventCount.get()).toBe(block.events.length)
  })

  it('leaves nothing of a block that is abandoned', () => {
    const chain = new BlockChain()
    chain.block()
    chain.begin()
    chain.runtime.applyExtrinsic(transfer(chain))
    chain.runtime.abandonBlock()
    expect(chain.best).toBe(1)
    expect(chain.runtime.ctx.storage.system.account.get(alice.account).nonce).toBe(0)
    expect(chain.runtime.ctx.state.takeDiff()).toEqual([])
    // The chain goes on from there.
    expect(chain.block(transfer(chain)).applied).toEqual([
      { included: true, dispatchError: undefined },
    ])
  })

  it('refuses a block without a timestamp and a second timestamp in it', () => {
    const chain = new BlockChain()
    const { runtime } = chain
    runtime.initializeBlock({ number: 1, parentHash: chain.hashOf(0), digestLogs: [] })
    expect(() => runtime.finalizeBlock()).toThrow('Timestamp.set')
    runtime.abandonBlock()
    chain.begin()
    expect(() => runtime.applyExtrinsic(timestamp(12_000n))).toThrow('twice')
  })

  it('gives the same states for the same extrinsics', () => {
    const [a, b] = [new BlockChain(), new BlockChain()].map((chain) => {
      chain.block()
      chain.block(transfer(chain))
      return chain.state.hash(() => true)
    })
    // The signatures differ from run to run, what they lead to does not.
    expect(a).toBe(b)
  })

  it('has no System calls but the remarks and set_code, which refuses all code (deviation)', () => {
    const { runtime } = new BlockChain()
    for (const index of [1, 3, 4, 5, 6, 9, 10, 11]) {
      const bare = withLength(Uint8Array.of(4, 0, index, 0))
      expect(() => runtime.applyExtrinsic(bare)).toThrow(`no call 0.${index}`)
    }
    const code = Uint8Array.of(1, 2, 3)
    const refuse = () => system.calls.setCode.run(runtime.ctx, ROOT, { code })
    expect(refuse).toThrow('System.FailedToExtractRuntimeVersion')
    expect(() => system.calls.setCode.run(runtime.ctx, NONE, { code })).toThrow('BadOrigin')
  })
})

describe('Runtime extrinsics', () => {
  const accounts = [alice, ed25519Signer(), ecdsaSigner()]
  const funded = { accounts: accounts.map(({ account }) => ({ account, free: 100n * TAO })) }

  it.each([
    ['sr25519', alice],
    ['ed25519', ed25519Signer()],
    ['ecdsa', ecdsaSigner()],
  ])('accepts a transfer signed with %s and refuses it with one bit changed', (_kind, signer) => {
    const chain = new BlockChain(funded)
    chain.block()
    const good = transfer(chain, { signer })
    const bad = good.slice()
    bad[60] = (bad[60] ?? 0) ^ 1
    expect(refusalOf(chain, bad)).toBe('BadProof')
    expect(chain.block(bad, good).applied).toMatchObject([
      { included: false, refusal: { type: 'Invalid', value: { type: 'BadProof' } } },
      { included: true, dispatchError: undefined },
    ])
    const { account } = chain.runtime.ctx.storage.system
    expect(account.get(TARGET).data.free).toBe(TAO)
    expect(account.get(signer.account).nonce).toBe(1)
  })

  it('takes a mortal transaction from its birth to its death', () => {
    const chain = new BlockChain(funded)
    while (chain.best < 5) chain.block()
    const era = { period: 4, phase: 0 }
    const mortal = transfer(chain, { era, birthHash: chain.hashOf(4) })
    expect(refusalOf(chain, mortal)).toBe('valid')
    expect(chain.runtime.validateTransaction(mortal, chain.hashOf(5)).longevity).toBe(2n)
    while (chain.best < 7) chain.block()
    // The next block, 8, begins another period, for which nobody can have signed yet.
    expect(refusalOf(chain, mortal)).toBe('AncientBirthBlock')
    chain.block()
    expect(refusalOf(chain, mortal)).toBe('BadProof')
  })

  it('waits for an earlier nonce, and calls an old one stale', () => {
    const chain = new BlockChain(funded)
    chain.block(transfer(chain))
    const later = chain.runtime.validateTransaction(transfer(chain, { nonce: 2 }), chain.hashOf(1))
    expect(later.requires.map(bytesToHex)).toEqual([`${alice.account}01000000`])
    expect(later.provides.map(bytesToHex)).toEqual([`${alice.account}02000000`])
    expect(refusalOf(chain, transfer(chain))).toBe('Stale')
    expect(chain.block(transfer(chain, { nonce: 2 })).applied).toMatchObject([
      { included: false, mayWorkLater: true, blockIsFull: false },
    ])
  })

  it('refuses inherents, unsigned calls and general transactions from outside', () => {
    const chain = new BlockChain(funded)
    expect(refusalOf(chain, timestamp(12_000n))).toBe('MandatoryValidation')
    expect(refusalOf(chain, withLength(hexToBytes('04000000')))).toBe('NoUnsignedValidator')
    // Version 0x45, extension version 0, immortal, nonce 0, tip 0, no metadata hash, a remark.
    expect(refusalOf(chain, withLength(hexToBytes('450000000000' + '000000')))).toBe(
      'UnknownOrigin',
    )
  })

  it('refuses bytes that are not exactly one extrinsic', () => {
    const chain = new BlockChain(funded)
    const good = transfer(chain)
    const longer = Uint8Array.of(...good, 0)
    expect(() => chain.runtime.applyExtrinsic(longer)).toThrow('left over')
    expect(() => chain.runtime.applyExtrinsic(good.subarray(0, 90))).toThrow()
    expect(() => chain.runtime.applyExtrinsic(withLength(hexToBytes('0300')))).toThrow('version')
  })

  it.each([
    { author: accountId('55'.repeat(32)), what: 'pays the fee to the author, who may be new' },
    { author: undefined, what: 'destroys the fee where there is no author' },
  ])('$what', ({ author }) => {
    const chain = new BlockChain({ ...funded, authorities: author === undefined ? [] : [author] })
    const { account } = chain.runtime.ctx.storage.system
    const { totalIssuance } = chain.runtime.ctx.storage.balances
    chain.block()
    const issued = totalIssuance.get()
    const bytes = transfer(chain)
    chain.block(bytes)
    // ../shared/spec/swap.md 13.2: a transfer_keep_alive costs 115_817 + 54_078 and a rao per byte.
    const fee = 115_817n + 54_078n + BigInt(bytes.length)
    expect(account.get(alice.account).data.free).toBe(100n * TAO - TAO - fee)
    expect(author === undefined ? 0n : account.get(author).data.free).toBe(author ? fee : 0n)
    expect(totalIssuance.get()).toBe(author === undefined ? issued - fee : issued)
  })
})
