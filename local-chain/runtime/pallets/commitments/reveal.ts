/**
 * Timelocked fields of commitments become public with the pulse of their round.
 *
 * Source: ../shared/spec/subnets.md section 17 (subtensor `pallets/commitments/src/lib.rs`).
 *
 * @module
 */
import type { Ctx } from '../../context.ts'
import { decryptWithPulse } from '../drand/decrypt.ts'
import { type Data, timelockOf } from './data.ts'
import { events } from './events.ts'
import { type Entry, writeIndexed } from './timelocked-index.ts'

/** Plaintexts kept per account. */
const REVEALED_MAX = 10

/** `on_initialize`: looks at every commitment that waited when the block began. */
export function revealCommitments(ctx: Ctx): void {
  for (const entry of ctx.storage.commitments.timelockedIndex.get()) revealOne(ctx, entry)
}

function revealOne(ctx: Ctx, entry: Entry): void {
  const { commitmentOf } = ctx.storage.commitments
  const commitment = commitmentOf.get(...entry)
  if (commitment?.info.fields.some((field) => timelockOf(field) !== undefined) !== true) {
    writeIndexed(ctx, entry, false)
    return
  }
  const { fields } = commitment.info
  const left: Data[] = []
  const plaintexts: Uint8Array[] = []
  for (const field of fields) {
    const opened = openField(ctx, field)
    if (opened === undefined) left.push(field)
    else if (opened.length > 0) plaintexts.push(opened)
  }
  if (left.length === fields.length) return
  if (plaintexts.length > 0) addRevealed(ctx, entry, plaintexts)
  if (left.length === 0) commitmentOf.remove(...entry)
  else commitmentOf.set(...entry, { ...commitment, info: { fields: left } })
  if (!left.some((field) => timelockOf(field) !== undefined)) writeIndexed(ctx, entry, false)
}

/** Plaintext of a field whose pulse is there, empty where nothing can be read; else undefined. */
function openField(ctx: Ctx, field: Data): Uint8Array | undefined {
  const timelock = timelockOf(field)
  const pulse = timelock && ctx.storage.drand.pulses.get(timelock.revealRound)
  if (timelock === undefined || pulse === undefined) return undefined
  return decryptWithPulse(timelock.encrypted, pulse) ?? new Uint8Array()
}

function addRevealed(ctx: Ctx, [netuid, who]: Entry, plaintexts: readonly Uint8Array[]): void {
  const { revealedCommitments } = ctx.storage.commitments
  const block = BigInt(ctx.blockNumber)
  const added = plaintexts.map((plain) => [plain, block] as const)
  const all = [...(revealedCommitments.get(netuid, who) ?? []), ...added]
  revealedCommitments.set(netuid, who, all.slice(-REVEALED_MAX))
  for (const _ of plaintexts) ctx.emit(events.CommitmentRevealed, { netuid, who })
}
