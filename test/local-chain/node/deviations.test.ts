/**
 * Goal: what differs from the reference on purpose is what `docs/deviations.md` says, and no more.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createChain, type EmbeddedChain } from '../../../local-chain/index.ts'
import { decodeHeader, encodeHeader } from '../../../local-chain/node/header.ts'
import { storagePrefixHex } from '../../../src/primitives/hash.ts'
import { bytesToHex, parseHex } from '../../../src/primitives/hex.ts'
import { type RpcClient, rpcInProcess } from '../../support/rpc.ts'

let chain: EmbeddedChain
let rpc: RpcClient

async function open(): Promise<void> {
  chain = await createChain()
  rpc = rpcInProcess(chain.connect())
}

afterEach(() => chain.close())

describe('deviations of the node', () => {
  it('deviation: the seal is the hash of the header without it', async () => {
    await open()
    await chain.advance(1)
    const follow = await rpc.result<string>('chainHead_v1_follow', false)
    const hash = await rpc.result<string>('chain_getHead')
    const header = decodeHeader(
      parseHex(await rpc.result<string>('chainHead_v1_header', follow, hash)),
    )
    const seal = header.logs.at(-1) ?? new Uint8Array()
    const unsealed = encodeHeader({ ...header, logs: header.logs.slice(0, -1) })
    const digest = createHash('blake2b512').update(unsealed).digest('hex')
    // Seal, engine, length of 64 in compact form.
    expect(bytesToHex(seal)).toBe(`0561757261${'0101'}${digest}`)
  })

  it('deviation: a block is final when it is made', async () => {
    await open()
    await chain.advance(3)
    const best = await rpc.result('chain_getHead')
    expect(await rpc.result('chain_getFinalizedHead')).toBe(best)
    expect(await rpc.result('chain_getBlock', best)).toMatchObject({ justifications: null })
  })

  it('deviation: a node keeps the price root that clients of spec 393 read', async () => {
    await open()
    await chain.advance(1)
    const prefix = `0x${storagePrefixHex({ pallet: 'Swap', item: 'AlphaSqrtPrice' })}`
    const [key] = await rpc.result<string[]>('state_getKeysPaged', prefix, 10, prefix)
    expect(key?.endsWith('0100')).toBe(true)
    // 10 TAO against 10 alpha: price 1, and its root is 1 too, in 64 fraction bits.
    expect(await rpc.result('state_getStorage', key)).toBe('0x00000000000000000100000000000000')
  })
})
