/**
 * Builds one block on a runtime: inherents, transactions, seal, header.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { ScaleWriter } from '../frame/scale/writer.ts'
import { encode } from '../frame/types/type.ts'
import { nextStateRoot } from '../runtime/executive/state-root.ts'
import { type DigestItem, slotDigest } from '../runtime/pallets/aura/slot.ts'
import type { Runtime } from '../runtime/runtime.ts'
import { digestItem } from '../runtime/types.ts'
import type { StorageChange } from './db/types.ts'
import { encodeHeader, type Header, headerHash } from './header.ts'
import type { PoolTransaction } from './pool.ts'

export interface BuiltBlock {
  readonly header: Header
  readonly encodedHeader: Uint8Array
  readonly hash: string
  readonly body: readonly Uint8Array[]
  readonly diff: readonly StorageChange[]
  /** Hashes of the transactions that are in, and of those that can never be. */
  readonly included: ReadonlySet<string>
  readonly invalid: ReadonlySet<string>
}

export interface BlockPlan {
  readonly parent: { readonly number: number; readonly hash: string; readonly stateRoot: string }
  readonly timestampMs: number
  readonly slotMs: number
  readonly transactions: readonly PoolTransaction[]
}

/** Builds the block; what it changed is in the runtime's state and must be committed next. */
export function buildBlock(runtime: Runtime, plan: BlockPlan): BuiltBlock {
  const { parent, timestampMs } = plan
  const slot = BigInt(Math.floor(timestampMs / plan.slotMs))
  const digestLogs = [slotDigest(slot)]
  runtime.initializeBlock({ number: parent.number + 1, parentHash: parent.hash, digestLogs })

  const body: Uint8Array[] = [timestampInherent(timestampMs)]
  for (const inherent of body) {
    const applied = runtime.applyExtrinsic(inherent)
    if (!applied.included) throw new Error('the timestamp inherent was refused')
  }
  const included = new Set<string>()
  const invalid = new Set<string>()
  for (const transaction of plan.transactions) {
    const applied = runtime.applyExtrinsic(transaction.bytes)
    if (applied.included) {
      included.add(transaction.hash)
      body.push(transaction.bytes)
    } else if (!applied.mayWorkLater) {
      invalid.add(transaction.hash)
    } else if (applied.blockIsFull) break
  }

  const finalized = runtime.finalizeBlock()
  const unsealed: Header = {
    parentHash: finalized.parentHash,
    number: finalized.number,
    stateRoot: nextStateRoot(parent.stateRoot, finalized.diff),
    extrinsicsRoot: finalized.extrinsicsRoot,
    logs: finalized.digestLogs.map((item) => encode(digestItem, item)),
  }
  const header = { ...unsealed, logs: [...unsealed.logs, encode(digestItem, seal(unsealed))] }
  const encodedHeader = encodeHeader(header)
  const hash = headerHash(encodedHeader)
  return { header, encodedHeader, hash, body, diff: finalized.diff, included, invalid }
}

/** Version byte of a bare extrinsic as the present SDK writes it. */
const BARE = 0x05
const TIMESTAMP_SET = [2, 0] as const

function timestampInherent(timestampMs: number): Uint8Array {
  const call = new ScaleWriter(32)
  call.u8(BARE)
  for (const byte of TIMESTAMP_SET) call.u8(byte)
  call.compactBig(BigInt(timestampMs))
  const inner = call.finish()
  const extrinsic = new ScaleWriter(40)
  extrinsic.compact(inner.length)
  extrinsic.raw(inner)
  return extrinsic.finish()
}

const AURA = new TextEncoder().encode('aura')

/**
 * The Aura seal. It has the form of a signature and is none: an sr25519 signature is random, and the
 * same chain must get the same hashes each time. No client verifies it (`docs/deviations.md`).
 */
function seal(header: Header): DigestItem {
  const digest = createHash('blake2b512').update(encodeHeader(header)).digest()
  return { type: 'Seal', value: [AURA, new Uint8Array(digest)] }
}
