/**
 * Goal: a submitted call ends in a receipt or in an error that names the chain's reason, and nothing
 * else is printed. Method: a chain in memory, real signatures, the client library in between.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createChain } from '../../../local-chain/index.ts'
import { type Client, clientOf } from '../../../src/chain/connect.ts'
import { makeCall, readStorage } from '../../../src/chain/names.ts'
import { eventOf, extrinsicIdentifier } from '../../../src/chain/receipt.ts'
import { estimateFee, submit, submitOnly } from '../../../src/chain/submit.ts'
import { ss58Encode } from '../../../src/primitives/ss58.ts'
import { TaoError } from '../../../src/primitives/tao-error.ts'
import { devSigner, type LocalSigner } from '../../../src/wallet/index.ts'

let client: Client
let alice: LocalSigner
let bob: LocalSigner

beforeAll(async () => {
  client = await clientOf(await createChain())
  alice = await devSigner('//Alice')
  bob = await devSigner('//Bob')
})

afterAll(() => client.close())

const pay = (to: LocalSigner, value: bigint) =>
  makeCall(client, 'Balances.transfer_keep_alive', { dest: { Id: to.accountId }, value })

const free = async ({ accountId }: LocalSigner): Promise<bigint> =>
  (await readStorage<{ data: { free: bigint } }>(client, 'System.Account', [accountId])).data.free

async function refusal(work: Promise<unknown>): Promise<TaoError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof TaoError)) throw new Error(`expected a TaoError, got ${String(error)}`)
  return error
}

describe('submit', () => {
  it('returns place, fee and events of the transaction', async () => {
    const before = await free(alice)
    const statuses: string[] = []
    const receipt = await submit(client, {
      call: pay(bob, 5_000_000_000n),
      signer: alice,
      onStatus: (status) => statuses.push(status),
    })
    expect(statuses.at(-1)).toBe('inBlock')
    expect(receipt.blockHash).toMatch(/^[0-9a-f]{64}$/)
    expect(extrinsicIdentifier(receipt)).toBe(`${receipt.blockNumber}-0001`)
    expect(eventOf(receipt, 'Balances.Transfer')?.data).toEqual({
      from: ss58Encode(alice.accountId),
      to: ss58Encode(bob.accountId),
      amount: 5_000_000_000n,
    })
    expect(before - (await free(alice))).toBe(5_000_000_000n + receipt.feeRao)
  })

  it.each([0, 16])('pays the fee that was estimated, era %s', async (eraBlocks) => {
    const call = pay(bob, 1_000n)
    const estimated = await estimateFee(client, call, alice.accountId, eraBlocks)
    const how = eraBlocks === 0 ? {} : { eraBlocks }
    expect((await submit(client, { call, signer: alice, ...how })).feeRao).toBe(estimated)
  })

  it.each([
    ['for ever', {}],
    ['for 16 blocks', { eraBlocks: 16 }],
    ['for 65536 blocks', { eraBlocks: 65_536 }],
    ['until finality', { waitFor: 'finalized' as const }],
    ['with a tip', { tip: 777n }],
  ])('signs so that the chain agrees: %s', async (_how, how) => {
    const receipt = await submit(client, { call: pay(bob, 1_000n), signer: alice, ...how })
    expect(eventOf(receipt, 'System.ExtrinsicSuccess')).toBeDefined()
    const paid = eventOf(receipt, 'TransactionPayment.TransactionFeePaid')?.data
    expect(paid?.['tip']).toBe('tip' in how ? how.tip : 0n)
  })

  it('signs payloads above 256 bytes, and with ed25519', async () => {
    const remark = makeCall(client, 'System.remark_with_event', { remark: new Uint8Array(400) })
    const long = await submit(client, { call: remark, signer: alice })
    expect(eventOf(long, 'System.Remarked')).toBeDefined()
    const other = await devSigner('//Carol', 'ed25519')
    await submit(client, { call: pay(other, 1_000_000_000n), signer: alice })
    const receipt = await submit(client, { call: pay(bob, 1_000n), signer: other })
    expect(eventOf(receipt, 'System.ExtrinsicSuccess')).toBeDefined()
  })

  it('leaves the given call as it was, so that it can be sent again', async () => {
    const call = pay(bob, 1_000n)
    const first = await submit(client, { call, signer: alice })
    const second = await submit(client, { call, signer: alice })
    expect(second.hash).not.toBe(first.hash)
  })

  it('puts several at once into blocks, in the order of their numbers', async () => {
    const nonce = (await client.api.rpc.system.accountNextIndex(alice.address)).toNumber()
    const receipts = await Promise.all(
      [0, 1, 2].map((i) =>
        submit(client, { call: pay(bob, 1_000n), signer: alice, nonce: nonce + i }),
      ),
    )
    expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(3)
    const same = await Promise.all(
      [0, 1].map(() => submit(client, { call: pay(alice, 1_000n), signer: bob })),
    )
    expect(same[0]?.hash).not.toBe(same[1]?.hash)
  })
})

describe('refusals of the chain', () => {
  it.each([
    [
      'a call that fails in its block',
      () =>
        makeCall(client, 'SubtensorModule.dissolve_network', {
          coldkey: alice.accountId,
          netuid: 77,
        }),
      { pallet: '', name: 'BadOrigin' },
      'BAD_ORIGIN',
    ],
    [
      'a call inside of sudo',
      () =>
        makeCall(client, 'Sudo.sudo', {
          call: makeCall(client, 'AdminUtils.sudo_set_tempo', { netuid: 77, tempo: 10 }),
        }),
      { pallet: 'AdminUtils', name: 'SubnetDoesNotExist' },
      'SUBNET_DOES_NOT_EXIST',
    ],
    [
      'a call inside of a batch',
      () =>
        makeCall(client, 'Utility.batch', {
          calls: [pay(bob, 1n), pay(bob, 10n ** 19n)],
        }),
      { pallet: 'Arithmetic', name: 'Underflow' },
      'UNDERFLOW',
    ],
  ])('names %s', async (_what, call, data, code) => {
    const error = await refusal(submit(client, { call: call(), signer: alice }))
    expect(error).toMatchObject({ code, exitCode: 5, data })
    expect(error.data).toHaveProperty('extrinsicIdentifier')
    expect(error.message).toContain(data.name)
  })

  it.each([
    ['an account without funds', '//Nobody', () => pay(bob, 1n), 'CANNOT_PAY_FEE'],
    [
      'sudo by another account',
      '//Bob',
      () => makeCall(client, 'Sudo.sudo', { call: pay(bob, 1n) }),
      'BAD_SIGNER',
    ],
  ])('tells why %s is turned away, before a block', async (_what, uri, call, code) => {
    const signer = await devSigner(uri)
    const height = (await client.api.rpc.chain.getHeader()).number.toNumber()
    const console = vi.spyOn(globalThis.console, 'error')
    const error = await refusal(submit(client, { call: call(), signer }))
    expect(error).toMatchObject({ code, exitCode: 5, data: { rpcCode: 1010 } })
    expect(console).not.toHaveBeenCalled()
    expect((await client.api.rpc.chain.getHeader()).number.toNumber()).toBe(height)
    const unwatched = await refusal(submitOnly(client, { call: call(), signer }))
    expect(unwatched.code).toBe(code)
  })

  it('does not send an outdated number again when the number was given', async () => {
    const error = await refusal(submit(client, { call: pay(bob, 1n), signer: alice, nonce: 0 }))
    expect(error.code).toBe('TRANSACTION_OUTDATED')
  })

  it('gives up on a transaction that no block takes, and says that it may still come', async () => {
    const manual = await clientOf(await createChain({ mode: { type: 'manual' } }))
    const call = makeCall(manual, 'System.remark', { remark: new Uint8Array(1) })
    const error = await refusal(submit(manual, { call, signer: alice, timeoutMs: 50 }))
    expect(error).toMatchObject({ code: 'NOT_INCLUDED', exitCode: 4 })
    const waiting = submit(manual, { call, signer: bob })
    await new Promise((done) => setTimeout(done, 100))
    await manual.advance?.(1)
    expect((await waiting).blockNumber).toBe(1)
    await manual.close()
  })
})
