/**
 * Looking crowdloans up: their accounts, their states, and whether an end is allowed.
 *
 * Source: ../shared/spec/subnets.md sections 1 and 15 (subtensor `pallets/crowdloan/src/lib.rs`).
 *
 * @module
 */
import { type AccountId, accountId } from '../../../../src/primitives/account-id.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import { ensureSigned, type Origin } from '../../../frame/origin.ts'
import type { Ctx } from '../../context.ts'
import { transfer } from '../balances/ledger.ts'
import { durationBounds } from './constants.ts'
import { errors } from './errors.ts'
import type { CrowdloanInfo } from './types.ts'

/** `modl` ++ `bt/cloan`, before the id. */
const FUNDS_PREFIX = '6d6f646c62742f636c6f616e'

/** The account that holds what a crowdloan raised. */
export function fundsAccount(id: number): AccountId {
  const bytes = Buffer.alloc(20)
  bytes.writeUInt32LE(id)
  return accountId(FUNDS_PREFIX + bytes.toString('hex'))
}

/** @throws InvalidCrowdloanId */
export function crowdloanOf(ctx: Ctx, id: number): CrowdloanInfo {
  const crowdloan = ctx.storage.crowdloan.crowdloans.get(id)
  ensure(crowdloan !== undefined, errors.InvalidCrowdloanId)
  return crowdloan
}

/** @throws InvalidCrowdloanId, AlreadyFinalized */
export function openCrowdloan(ctx: Ctx, id: number): CrowdloanInfo {
  const crowdloan = crowdloanOf(ctx, id)
  ensure(!crowdloan.finalized, errors.AlreadyFinalized)
  return crowdloan
}

/** An open crowdloan of the signer. @throws BadOrigin, InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin */
export function ownCrowdloan(ctx: Ctx, origin: Origin, id: number): CrowdloanInfo {
  const who = ensureSigned(origin)
  const crowdloan = openCrowdloan(ctx, id)
  ensure(crowdloan.creator === who, errors.InvalidOrigin)
  return crowdloan
}

/** @throws CannotEndInPast, BlockDurationTooShort, BlockDurationTooLong  counted from now */
export function ensureValidEnd(ctx: Ctx, end: number): void {
  const now = ctx.blockNumber
  const { max, min } = durationBounds(ctx.profile)
  ensure(now < end, errors.CannotEndInPast)
  ensure(end - now >= min, errors.BlockDurationTooShort)
  ensure(end - now <= max, errors.BlockDurationTooLong)
}

/** Pays out of a crowdloan, also its last rao. @throws Token.* */
export function payFrom(ctx: Ctx, crowdloan: CrowdloanInfo, to: AccountId, amount: bigint): void {
  transfer(ctx, { from: crowdloan.fundsAccount, to, amount, preservation: 'Expendable' })
}
