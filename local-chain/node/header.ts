/**
 * Block headers: their SCALE form, their hash, and the JSON that clients read.
 *
 * Source: `../shared/spec/node-rpc.md` 3.1 and 10.
 *
 * @module
 */
import { blake2b256Hex } from '../../src/primitives/hash.ts'
import { bytesTo0x } from '../../src/primitives/hex.ts'
import { ScaleReader } from '../frame/scale/reader.ts'
import { ScaleWriter } from '../frame/scale/writer.ts'
import { encode } from '../frame/types/type.ts'
import { digestItem } from '../runtime/types.ts'

/** Hashes are hex without 0x. */
export interface Header {
  readonly parentHash: string
  readonly number: number
  readonly stateRoot: string
  readonly extrinsicsRoot: string
  /** SCALE of each digest item. */
  readonly logs: readonly Uint8Array[]
}

export function encodeHeader(header: Header): Uint8Array {
  const writer = new ScaleWriter()
  writer.hex(header.parentHash)
  writer.compact(header.number)
  writer.hex(header.stateRoot)
  writer.hex(header.extrinsicsRoot)
  writer.compact(header.logs.length)
  for (const log of header.logs) writer.raw(log)
  return writer.finish()
}

export function decodeHeader(bytes: Uint8Array): Header {
  const reader = new ScaleReader(bytes)
  const parentHash = reader.hex(32)
  const number = reader.compact()
  const stateRoot = reader.hex(32)
  const extrinsicsRoot = reader.hex(32)
  const logs = Array.from({ length: reader.length(1) }, () =>
    encode(digestItem, digestItem.read(reader)),
  )
  reader.end()
  return { parentHash, number, stateRoot, extrinsicsRoot, logs }
}

/** blake2b-256 of the SCALE form, seal included. */
export function headerHash(encoded: Uint8Array): string {
  return blake2b256Hex(encoded)
}

/** `number` is hex without leading zeros: the Python client parses it as such. */
export function headerJson(header: Header): unknown {
  return {
    parentHash: `0x${header.parentHash}`,
    number: `0x${header.number.toString(16)}`,
    stateRoot: `0x${header.stateRoot}`,
    extrinsicsRoot: `0x${header.extrinsicsRoot}`,
    digest: { logs: header.logs.map(bytesTo0x) },
  }
}
