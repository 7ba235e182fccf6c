/**
 * Step 9: walks over the stake maps, 30 entries a block, and lists coldkeys with stake on root for
 * the automatic claims.
 *
 * Source: ../shared/spec/block-pipeline.md section 10 (subtensor `coinbase/block_step.rs`
 * `populate_root_coldkey_staking_maps`, `..._v2`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import { bytesToHex, hexToBytes } from '../../../../../src/primitives/hex.ts'
import type { Ctx } from '../../../context.ts'
import { addStakingColdkey } from '../root-claims/coldkey-index.ts'

/** Entries read per block and map. */
const ENTRIES_PER_BLOCK = 30

/** What the walk needs of either map. */
interface StakeMap {
  entriesAfter(
    after: string | undefined,
    limit: number,
  ): { rawKey: string; keys: readonly [AccountId, AccountId, number] }[]
}
interface Cursor {
  get(): Uint8Array | undefined
  set(value: Uint8Array | undefined): void
}

export function populateStakingColdkeys(ctx: Ctx): void {
  const { alpha, alphaMapLastKey, alphaV2, alphaV2MapLastKey } = ctx.storage.subtensor
  walk(ctx, alpha, alphaMapLastKey)
  walk(ctx, alphaV2, alphaV2MapLastKey)
}

function walk(ctx: Ctx, map: StakeMap, cursor: Cursor): void {
  const after = cursor.get()
  const start = after === undefined ? undefined : bytesToHex(after)
  const entries = map.entriesAfter(start, ENTRIES_PER_BLOCK)
  if (start === undefined && entries.length === 0) return
  for (const { keys } of entries) if (keys[2] === 0) addStakingColdkey(ctx, keys[1])
  const last = entries.length < ENTRIES_PER_BLOCK ? undefined : entries.at(-1)
  cursor.set(last === undefined ? undefined : hexToBytes(last.rawKey))
}
