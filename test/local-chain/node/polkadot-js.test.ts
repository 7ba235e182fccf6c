/**
 * Goal: an unmodified polkadot.js, without type hints, reads everything that the node serves. Method: a
 * chain with a subnet, neurons, stake, weights and a refused call; then every block, every event and
 * every storage item is decoded, and encoded again where polkadot.js can.
 *
 * @module
 */
import { ApiPromise, WsProvider } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import { Keyring } from '@polkadot/keyring'
import type { KeyringPair } from '@polkadot/keyring/types'
import type { ProviderInterface } from '@polkadot/rpc-provider/types'
import type { Vec } from '@polkadot/types'
import type { EventRecord } from '@polkadot/types/interfaces'
import type { ISubmittableResult } from '@polkadot/types/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChain, type EmbeddedChain } from '../../../local-chain/index.ts'

let chain: EmbeddedChain
let api: ApiPromise
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 })
const alice = keyring.addFromUri('//Alice')
const bob = keyring.addFromUri('//Bob')
const bobHotkey = keyring.addFromUri('//Bob//hotkey')

/** Submits and waits until the block is final. Gives the names of its events, in order. */
function send(
  call: SubmittableExtrinsic<'promise', ISubmittableResult>,
  signer: KeyringPair,
): Promise<string[]> {
  return new Promise((done, fail) => {
    call
      .signAndSend(signer, ({ status, events }) => {
        if (!status.isFinalized) return
        done(events.map(({ event }) => `${event.section}.${event.method}`))
      })
      .catch(fail)
  })
}

const tx = (pallet: string, call: string, ...args: unknown[]) => {
  const make = api.tx[pallet]?.[call]
  if (make === undefined) throw new Error(`no call ${pallet}.${call}`)
  return make(...args)
}

beforeAll(async () => {
  chain = await createChain({
    onBug(error) {
      throw error
    },
  })
  const { url } = await chain.serve({ host: '127.0.0.1', port: 0 })
  // The class leaves optional members undefined where its interface leaves them out.
  const provider = new WsProvider(url) as ProviderInterface
  api = await ApiPromise.create({ provider, noInitWarn: true })
  const succeeded = expect.arrayContaining(['system.ExtrinsicSuccess'])
  const { address } = bobHotkey
  expect(await send(tx('subtensorModule', 'registerNetwork', alice.address), alice)).toEqual(
    succeeded,
  )
  expect(await send(tx('subtensorModule', 'startCall', 2), alice)).toEqual(succeeded)
  expect(await send(tx('subtensorModule', 'burnedRegister', 2, address), bob)).toEqual(succeeded)
  expect(await send(tx('subtensorModule', 'addStake', address, 2, 10n ** 10n), bob)).toEqual(
    succeeded,
  )
  const batch = [tx('system', 'remark', '0x01'), tx('system', 'remark', '0x02')]
  expect(await send(tx('utility', 'batchAll', batch), alice)).toEqual(succeeded)
  const tooMuch = tx('balances', 'transferKeepAlive', alice.address, 10n ** 18n)
  expect(await send(tooMuch, bob)).toEqual(expect.arrayContaining(['system.ExtrinsicFailed']))
  await chain.advance(400)
})

afterAll(async () => {
  await api?.disconnect()
  await chain?.close()
})

describe('polkadot.js on the node', () => {
  it('decodes every block and every event of it', async () => {
    const kinds = new Set<string>()
    for (let number = 0; number <= chain.best.number; number++) {
      const hash = await api.rpc.chain.getBlockHash(number)
      const { block } = await api.rpc.chain.getBlock(hash)
      // The library computes the hash from the header that it decoded.
      expect(block.header.hash.toHex()).toBe(hash.toHex())
      for (const extrinsic of block.extrinsics) expect(extrinsic.method.section).toBeTruthy()
      const at = await api.at(hash)
      const events = await at.query['system']?.['events']?.<Vec<EventRecord>>()
      for (const { event } of events ?? []) kinds.add(`${event.section}.${event.method}`)
    }
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'subtensorModule.NetworkAdded',
        'subtensorModule.NeuronRegistered',
        'subtensorModule.StakeAdded',
        'subtensorModule.IncentiveAlphaEmittedToMiners',
        'utility.BatchCompleted',
        'system.ExtrinsicFailed',
        'transactionPayment.TransactionFeePaid',
      ]),
    )
  })

  it('reads every storage item, whole maps included', async () => {
    const read: string[] = []
    for (const [pallet, items] of Object.entries(api.query)) {
      for (const [name, entry] of Object.entries(items)) {
        if (entry.creator === undefined) continue
        const { isPlain } = entry.creator.meta.type
        if (isPlain) await entry()
        else await entry.entries()
        read.push(`${pallet}.${name}`)
      }
    }
    expect(read.length).toBeGreaterThan(280)
  })

  it('reads every constant and knows every error by name and text', () => {
    for (const constants of Object.values(api.consts)) {
      for (const constant of Object.values(constants)) expect(constant.toHex()).toMatch(/^0x/)
    }
    for (const errors of Object.values(api.errors)) {
      for (const error of Object.values(errors)) {
        expect(error.meta.docs.join(' '), error.meta.name.toString()).not.toBe('')
      }
    }
  })

  it('asks every runtime API that needs no argument', async () => {
    const asked: string[] = []
    for (const [trait, methods] of Object.entries(api.call)) {
      for (const [name, method] of Object.entries(methods)) {
        const { meta } = method as typeof method & { meta: { params: unknown[] } }
        if (meta.params.length > 0) continue
        await method()
        asked.push(`${trait}.${name}`)
      }
    }
    expect(asked).toEqual(
      expect.arrayContaining([
        'subnetInfoRuntimeApi.getAllDynamicInfo',
        'delegateInfoRuntimeApi.getDelegates',
      ]),
    )
  })

  it('computes a fee before it signs', async () => {
    const { partialFee } = await tx('balances', 'transferKeepAlive', bob.address, 1).paymentInfo(
      alice,
    )
    expect(partialFee.toBigInt()).toBeGreaterThan(100_000n)
  })
})
