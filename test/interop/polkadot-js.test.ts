/**
 * Goal: polkadot.js, without type hints, follows and pays on a node as users start it. Method: facts on
 * both sides of a call; `test/local-chain/node/polkadot-js.test.ts` reads all that there is to read.
 *
 * @module
 */
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import { Keyring } from '@polkadot/keyring'
import type { KeyringPair } from '@polkadot/keyring/types'
import type { ProviderInterface } from '@polkadot/rpc-provider/types'
import type { bool, StorageKey, u16 } from '@polkadot/types'
import type { AccountInfo } from '@polkadot/types/interfaces'
import type { AnyTuple, ISubmittableResult } from '@polkadot/types/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InteropNode, startNode } from './support/node.ts'

type Call = SubmittableExtrinsic<'promise', ISubmittableResult>

const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 })
const alice = keyring.addFromUri('//Alice')
const bob = keyring.addFromUri('//Bob')
let node: InteropNode
let api: ApiPromise

function tx(pallet: string, call: string, ...args: unknown[]): Call {
  const make = api.tx[pallet]?.[call]
  if (make === undefined) throw new Error(`no call ${pallet}.${call}`)
  return make(...args)
}

/** Submits and waits until the block is final. */
function send(call: Call, signer: KeyringPair): Promise<ISubmittableResult> {
  return new Promise((done, fail) => {
    call
      .signAndSend(signer, (result) => {
        if (result.status.isFinalized) done(result)
      })
      .catch(fail)
  })
}

async function free(pair: KeyringPair, at: Uint8Array | string): Promise<bigint> {
  const account = await (await api.at(at)).query['system']?.['account']?.<AccountInfo>(pair.address)
  return account?.data.free.toBigInt() ?? 0n
}

beforeAll(async () => {
  node = await startNode()
  // The class leaves optional members undefined where its interface leaves them out.
  const provider = new WsProvider(node.url) as ProviderInterface
  api = await ApiPromise.create({ provider, noInitWarn: true })
})

afterAll(async () => {
  await api?.disconnect()
  await node?.stop()
})

describe('polkadot.js against our node', () => {
  it('reads a map and a runtime API', async () => {
    const entries = await api.query['subtensorModule']?.['networksAdded']?.entries<bool>()
    const netuids = entries?.map(([key]: [StorageKey<AnyTuple>, bool]) =>
      (key.args[0] as u16).toNumber(),
    )
    expect(netuids?.sort()).toEqual([0, 1])
    const info = await api.call['subnetInfoRuntimeApi']?.['getDynamicInfo']?.(1)
    expect(info?.toJSON()).toMatchObject({ netuid: 1 })
  })

  it('follows finalized blocks without a gap', async () => {
    const numbers: number[] = []
    await new Promise<void>((done, fail) => {
      const stopped = api.rpc.chain.subscribeFinalizedHeads((header) => {
        numbers.push(header.number.toNumber())
        if (numbers.length !== 4) return
        stopped.then((stop) => stop()).then(done, fail)
      })
      stopped.catch(fail)
    })
    const [first = 0] = numbers
    expect(numbers.slice(0, 4)).toEqual([first, first + 1, first + 2, first + 3])
  })

  it('signs a transfer, sees its events, and the balances moved by the amount and the fee', async () => {
    const before = await api.rpc.chain.getFinalizedHead()
    const value = 1_500_000_000n
    const call = tx('balances', 'transferKeepAlive', bob.address, value)
    const { status, events, dispatchError } = await send(call, alice)
    expect(dispatchError).toBeUndefined()
    const names = events.map(({ event }) => `${event.section}.${event.method}`)
    expect(names).toEqual(
      expect.arrayContaining(['balances.Transfer', 'transactionPayment.TransactionFeePaid']),
    )
    expect(names.at(-1)).toBe('system.ExtrinsicSuccess')
    const paid = events.find(({ event }) => event.method === 'TransactionFeePaid')
    const fee = BigInt(paid?.event.data[1]?.toString() ?? 0)
    expect(fee).toBeGreaterThan(0n)
    const after = status.asFinalized.toHex()
    expect((await free(bob, after)) - (await free(bob, before.toHex()))).toBe(value)
    expect((await free(alice, before.toHex())) - (await free(alice, after))).toBe(value + fee)
  })

  it('names the error of a call that failed in its block', async () => {
    const stake = tx('subtensorModule', 'addStake', bob.address, 77, 1_000_000_000n)
    const { dispatchError } = await send(stake, bob)
    expect(dispatchError?.isModule).toBe(true)
    const error = dispatchError?.isModule
      ? api.registry.findMetaError(dispatchError.asModule)
      : undefined
    expect(`${error?.section}.${error?.name}`).toBe('subtensorModule.SubnetNotExists')
    const poor = await send(
      tx('balances', 'transferKeepAlive', alice.address, 2_000_000_000_000_000n),
      bob,
    )
    expect(poor.dispatchError?.isToken && poor.dispatchError.asToken.type).toBe('FundsUnavailable')
  })

  it('is told why the pool refused a call', async () => {
    const sudo = tx('sudo', 'sudo', tx('system', 'remark', '0x01'))
    await expect(send(sudo, bob)).rejects.toThrow(
      '1010: Invalid Transaction: Invalid signing address',
    )
  })
})
