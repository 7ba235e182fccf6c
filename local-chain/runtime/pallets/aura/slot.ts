/**
 * Reads slot and author of the block from its digest, and makes such a digest.
 *
 * Source: `../shared/spec/block-pipeline.md` 1.1.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { bytesToHex } from '../../../../src/primitives/hex.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import type { digestItem } from '../../types.ts'

export type DigestItem = TypeOf<typeof digestItem>

/** Aura's id in digests. */
export const ENGINE = new TextEncoder().encode('aura')

/** The pre-runtime digest that names a slot. */
export function slotDigest(slot: bigint): DigestItem {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, slot, true)
  return { type: 'PreRuntime', value: [ENGINE, bytes] }
}

/** The slot that the block's digest names. */
export function blockSlot(ctx: Ctx): bigint | undefined {
  for (const item of ctx.storage.system.digest.get().logs) {
    if (item.type !== 'PreRuntime') continue
    const [engine, bytes] = item.value
    if (bytes.length !== 8 || !ENGINE.every((byte, i) => byte === engine[i])) continue
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
  }
  return undefined
}

/** The authority whose turn a slot is. */
export function authorityOfSlot(ctx: Ctx, slot: bigint): Uint8Array | undefined {
  const authorities = ctx.storage.aura.authorities.get()
  if (authorities.length === 0) return undefined
  return authorities[Number(slot % BigInt(authorities.length))]
}

/** The account of the authority whose slot it is: it receives fees. */
export function blockAuthor(ctx: Ctx): AccountId | undefined {
  const slot = blockSlot(ctx)
  const authority = slot === undefined ? undefined : authorityOfSlot(ctx, slot)
  return authority === undefined ? undefined : (bytesToHex(authority) as AccountId)
}
