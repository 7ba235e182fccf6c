/**
 * Signs a call: from a call, a signer and the state of its account to the bytes that are submitted.
 *
 * Source: ../shared/spec/node-rpc.md sections 8.1 to 8.3.
 *
 * @module
 */
import { blake2b256 } from '../primitives/hash.ts'
import { CRYPTO_TYPE_NUMBER, type Signer } from '../wallet/index.ts'
import type { Client } from './connect.ts'
import { IMMORTAL, mortalEra } from './era.ts'
import { type Call, withPrefix } from './names.ts'

/** Longer payloads are signed as their hash. */
const PAYLOAD_BYTES_MAX = 256

export interface SignOptions {
  readonly signer: Signer
  readonly nonce: number
  /** Blocks in which the transaction is valid; it never expires unless given. */
  readonly eraBlocks?: number
  readonly tip?: bigint
}

/** The call as a signed transaction. The given call stays unsigned. */
export async function signCall(client: Client, call: Call, options: SignOptions): Promise<Call> {
  const { api } = client
  const { signer, nonce, eraBlocks, tip = 0n } = options
  const mortality = await mortalityOf(client, eraBlocks)
  const payload = {
    method: call.method.toHex(),
    ...mortality,
    nonce,
    tip,
    mode: 0,
    specVersion: api.runtimeVersion.specVersion.toNumber(),
    transactionVersion: api.runtimeVersion.transactionVersion.toNumber(),
    genesisHash: api.genesisHash.toHex(),
  }
  // Without the length in front of the call: it is not part of what is signed.
  const bytes = api.createType('ExtrinsicPayload', payload, { version: 4 }).toU8a({ method: true })
  const message = bytes.length > PAYLOAD_BYTES_MAX ? blake2b256(bytes) : bytes
  const signature = await signer.sign(message)
  const typed = Uint8Array.of(CRYPTO_TYPE_NUMBER[signer.cryptoType], ...signature)
  const signed = api.tx(api.createType('Call', call.method.toU8a()))
  signed.addSignature(withPrefix(signer.accountId), typed, payload)
  return signed
}

/** Era and the hash of the block that it starts at. */
async function mortalityOf({ api }: Client, eraBlocks: number | undefined) {
  if (eraBlocks === undefined) return { era: IMMORTAL, blockHash: api.genesisHash }
  const head = await api.rpc.chain.getFinalizedHead()
  const current = (await api.rpc.chain.getHeader(head)).number.toNumber()
  const era = mortalEra(current, eraBlocks)
  const blockHash = era.birth === current ? head : await api.rpc.chain.getBlockHash(era.birth)
  return { era: era.hex, blockHash }
}
