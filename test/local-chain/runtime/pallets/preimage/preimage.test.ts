/**
 * Goal: preimages live while somebody pays or asks for them, and deposits come back. Method: the rules of
 * pallet_preimage on a chain in memory, with the deposits of the recorded series.
 */
import { describe, expect, it } from 'vitest'
import type { RuntimeCallValue } from '../../../../../local-chain/frame/call-table.ts'
import { badOrigin } from '../../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { buildCallTable } from '../../../../../local-chain/frame/runtime.ts'
import {
  forgetCall,
  INLINE_MAX,
  keepCall,
  keptCall,
} from '../../../../../local-chain/runtime/bounded-call.ts'
import { calls } from '../../../../../local-chain/runtime/pallets/preimage/calls/index.ts'
import { errors } from '../../../../../local-chain/runtime/pallets/preimage/errors.ts'
import { events } from '../../../../../local-chain/runtime/pallets/preimage/events.ts'
import { system } from '../../../../../local-chain/runtime/pallets/system/index.ts'
import {
  eventNames,
  expectLastEvent,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../../support/runtime.ts'

const owner = testAccount(0xaa)
const other = testAccount(0xbb)
const TAO = 1_000_000_000n
/** 200 bytes of 1, and their hash as deep-misc-0 recorded it in block 56. */
const BYTES = new Uint8Array(200).fill(1)
const HASH = '18572ad3feba0b88307c1b2d44de22cba1456504ad90b71c269bcab79086a96d'

function fundedChain(): TestChain {
  const chain = testChain()
  for (const who of [owner, other]) {
    const info = chain.ctx.storage.system.account.get(who)
    chain.ctx.storage.system.account.set(who, {
      ...info,
      providers: 1,
      data: { ...info.data, free: TAO },
    })
  }
  return chain
}

const note = (chain: TestChain, origin = signed(owner)) =>
  calls.notePreimage.run(chain.ctx, origin, { bytes: BYTES })
const unnote = (chain: TestChain, who = owner) =>
  calls.unnotePreimage.run(chain.ctx, signed(who), { hash: HASH })
const request = (chain: TestChain) => calls.requestPreimage.run(chain.ctx, ROOT, { hash: HASH })
const unrequest = (chain: TestChain) => calls.unrequestPreimage.run(chain.ctx, ROOT, { hash: HASH })

const statusOf = (chain: TestChain) => chain.ctx.storage.preimage.requestStatusFor.get(HASH)
const bytesOf = (chain: TestChain) => chain.ctx.storage.preimage.preimageFor.get([HASH, 200])
const balanceOf = (chain: TestChain) => chain.ctx.storage.system.account.get(owner).data

describe('a preimage that an account notes', () => {
  it('holds 0.104 TAO and 0.001 for each byte, until the account removes it', () => {
    const chain = fundedChain()
    expect(note(chain)).toEqual({ paysFee: 'Yes' })
    expectLastEvent(chain, events.Noted, { hash: HASH })
    expect(balanceOf(chain)).toMatchObject({ free: TAO - 304_000_000n, reserved: 304_000_000n })
    expect(chain.ctx.storage.balances.holds.get(owner)).toEqual([
      { id: { type: 'Preimage', value: 'Preimage' }, amount: 304_000_000n },
    ])
    expectNoop(chain, () => note(chain, signed(other)), errors.AlreadyNoted)
    expectNoop(chain, () => unnote(chain, other), errors.NotAuthorized)
    unnote(chain)
    expectLastEvent(chain, events.Cleared, { hash: HASH })
    expect(balanceOf(chain)).toMatchObject({ free: TAO, reserved: 0n })
    // The empty list stays, as it was recorded.
    expect(chain.ctx.storage.balances.holds.exists(owner)).toBe(true)
    expect(bytesOf(chain)).toBeUndefined()
    expectNoop(chain, () => unnote(chain), errors.NotNoted)
  })

  it('needs the deposit above the existential deposit', () => {
    const chain = fundedChain()
    const info = chain.ctx.storage.system.account.get(owner)
    const data = { ...info.data, free: 304_000_499n }
    chain.ctx.storage.system.account.set(owner, { ...info, data })
    expectNoop(chain, () => note(chain), 'Token.FundsUnavailable')
  })

  it('outlives its deposit while it is requested', () => {
    const chain = fundedChain()
    note(chain)
    request(chain)
    expectLastEvent(chain, events.Requested, { hash: HASH })
    request(chain)
    unnote(chain)
    expect(balanceOf(chain).reserved).toBe(0n)
    unrequest(chain)
    expect(bytesOf(chain)).toEqual(BYTES)
    unrequest(chain)
    expect(bytesOf(chain)).toBeUndefined()
    expect(statusOf(chain)).toBeUndefined()
    expectNoop(chain, () => unrequest(chain), errors.NotRequested)
  })

  it('goes back to its deposit with the last request', () => {
    const chain = fundedChain()
    note(chain)
    request(chain)
    unrequest(chain)
    expect(statusOf(chain)).toEqual({
      type: 'Unrequested',
      value: { ticket: [owner, 304_000_000n], len: 200 },
    })
  })
})

describe('a preimage that root asks for', () => {
  it('is free for whoever brings it', () => {
    const chain = fundedChain()
    request(chain)
    expect(note(chain)).toEqual({ paysFee: 'No' })
    expect(balanceOf(chain).reserved).toBe(0n)
    expectNoop(chain, () => unnote(chain), errors.NotAuthorized)
    calls.unnotePreimage.run(chain.ctx, ROOT, { hash: HASH })
    expect(bytesOf(chain)).toBeUndefined()
  })

  it('counts as requested once when root notes it itself', () => {
    const chain = fundedChain()
    expect(note(chain, ROOT)).toEqual({ paysFee: 'No' })
    expect(statusOf(chain)).toEqual({
      type: 'Requested',
      value: { maybeTicket: undefined, count: 1, maybeLen: 200 },
    })
  })

  it('is root alone to ask for', () => {
    const chain = fundedChain()
    const args = { hash: HASH }
    for (const one of [calls.requestPreimage, calls.unrequestPreimage]) {
      expectNoop(chain, () => one.run(chain.ctx, signed(owner), args), badOrigin)
    }
  })
})

describe('ensure_updated', () => {
  it('takes 1 to 1,024 hashes of a signer', () => {
    const chain = fundedChain()
    const run = (hashes: string[]) => calls.ensureUpdated.run(chain.ctx, signed(owner), { hashes })
    expectNoop(chain, () => run([]), errors.TooFew)
    expectNoop(chain, () => run(new Array(1_025).fill(HASH)), errors.TooMany)
    expect(run([HASH])).toEqual({ paysFee: 'Yes' })
    expectNoop(chain, () => calls.ensureUpdated.run(chain.ctx, ROOT, { hashes: [HASH] }), badOrigin)
  })
})

describe('a call kept in storage', () => {
  const table = buildCallTable([system])
  function remark(length: number): RuntimeCallValue {
    const call = system.calls.remark
    const args = { remark: new Uint8Array(length).fill(7) }
    return { palletIndex: 0, pallet: 'System', name: 'remark', call, args }
  }

  it('lies in place up to 128 bytes, longer in Preimage until it is forgotten', () => {
    const chain = testChain()
    Object.assign(chain.ctx.state, { calls: table })
    // Two bytes of indices and one or two of length come before.
    const short = keepCall(chain.ctx, remark(INLINE_MAX - 4))
    expect(short.type).toBe('Inline')
    expect(keptCall(chain.ctx, short)).toMatchObject({ args: remark(INLINE_MAX - 4).args })

    const long = keepCall(chain.ctx, remark(INLINE_MAX))
    expect(long).toMatchObject({ type: 'Lookup', value: { len: INLINE_MAX + 4 } })
    expect(eventNames(chain)).toEqual(['Preimage.Noted'])
    expect(keptCall(chain.ctx, long)).toMatchObject({ args: remark(INLINE_MAX).args })
    // A second keeper of the same call shares the request: the first who forgets drops it for both.
    keepCall(chain.ctx, remark(INLINE_MAX))
    forgetCall(chain.ctx, long)
    expect(eventNames(chain).at(-1)).toBe('Preimage.Cleared')
    expect(keptCall(chain.ctx, long)).toBeUndefined()
    forgetCall(chain.ctx, long)
  })
})
