/**
 * Bytes kept under their hash, as long as somebody pays or asks for them.
 *
 * A preimage is `Unrequested` while only the deposit of whoever noted it keeps it, and `Requested` while
 * root or another pallet relies on it. Requests may come before the bytes.
 *
 * Source: pallet_preimage; ../shared/spec/subnets.md section 15, "Bounded call".
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256Hex } from '../../../../src/primitives/hash.ts'
import { ensure } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { hold, releaseHold } from '../balances/holds.ts'
import { DEPOSIT_BASE, DEPOSIT_PER_BYTE, SIZE_MAX } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import type { RequestStatus, Ticket } from './types.ts'

const PREIMAGE_HOLD = { type: 'Preimage', value: 'Preimage' } as const

/**
 * Keeps bytes: for a deposit, unless they are requested already or the runtime itself asks (`depositor`
 * undefined), which counts as the first request.
 *
 * @returns hash of the bytes, and whether they are requested
 * @throws TooBig, AlreadyNoted, Token.FundsUnavailable
 */
export function notePreimage(
  ctx: Ctx,
  bytes: Uint8Array,
  depositor: AccountId | undefined,
): { readonly hash: string; readonly requested: boolean } {
  ensure(bytes.length <= SIZE_MAX, errors.TooBig)
  const hash = blake2b256Hex(bytes)
  const { preimageFor, requestStatusFor } = ctx.storage.preimage
  const status = noted(ctx, requestStatusFor.get(hash), bytes.length, depositor)
  requestStatusFor.set(hash, status)
  preimageFor.set([hash, bytes.length], bytes)
  ctx.emit(events.Noted, { hash })
  return { hash, requested: status.type === 'Requested' }
}

function noted(
  ctx: Ctx,
  before: RequestStatus | undefined,
  length: number,
  depositor: AccountId | undefined,
): RequestStatus {
  if (before?.type === 'Requested') {
    return { type: 'Requested', value: { ...before.value, maybeLen: length } }
  }
  if (depositor === undefined) {
    const maybeTicket = before?.value.ticket
    return { type: 'Requested', value: { maybeTicket, count: 1, maybeLen: length } }
  }
  ensure(before === undefined, errors.AlreadyNoted)
  const deposit = DEPOSIT_BASE + DEPOSIT_PER_BYTE * BigInt(length)
  hold(ctx, depositor, PREIMAGE_HOLD, deposit)
  return { type: 'Unrequested', value: { ticket: [depositor, deposit], len: length } }
}

/** Asks that the bytes stay, or come. Event `Requested` for the first who does. */
export function requestPreimage(ctx: Ctx, hash: string): void {
  const { requestStatusFor } = ctx.storage.preimage
  const before = requestStatusFor.get(hash)
  const value =
    before?.type === 'Requested'
      ? { ...before.value, count: before.value.count + 1 }
      : { maybeTicket: before?.value.ticket, count: 1, maybeLen: before?.value.len }
  requestStatusFor.set(hash, { type: 'Requested', value })
  if (value.count === 1) ctx.emit(events.Requested, { hash })
}

/**
 * Takes a request back. With the last one the bytes go, unless a deposit pays for them.
 *
 * @throws NotRequested
 */
export function unrequestPreimage(ctx: Ctx, hash: string): void {
  const { requestStatusFor } = ctx.storage.preimage
  const before = requestStatusFor.get(hash)
  ensure(before?.type === 'Requested', errors.NotRequested)
  const { count, maybeLen, maybeTicket } = before.value
  if (count > 1) {
    requestStatusFor.set(hash, { type: 'Requested', value: { ...before.value, count: count - 1 } })
  } else if (maybeLen === undefined) {
    requestStatusFor.remove(hash)
  } else if (maybeTicket === undefined) {
    clear(ctx, hash, maybeLen)
  } else {
    requestStatusFor.set(hash, {
      type: 'Unrequested',
      value: { ticket: maybeTicket, len: maybeLen },
    })
  }
}

/**
 * Gives the deposit back; the bytes go unless they are requested. Root (`owner` undefined) takes a request
 * back where there is no deposit.
 *
 * @throws NotNoted, NotAuthorized
 */
export function unnotePreimage(ctx: Ctx, hash: string, owner: AccountId | undefined): void {
  const { requestStatusFor } = ctx.storage.preimage
  const before = requestStatusFor.get(hash)
  ensure(before !== undefined, errors.NotNoted)
  const ticket = before.type === 'Requested' ? before.value.maybeTicket : before.value.ticket
  ensure(owner === undefined || ticket?.[0] === owner, errors.NotAuthorized)
  if (ticket === undefined) {
    unrequestPreimage(ctx, hash)
    return
  }
  giveBack(ctx, ticket)
  if (before.type === 'Requested') {
    const value = { ...before.value, maybeTicket: undefined }
    requestStatusFor.set(hash, { type: 'Requested', value })
  } else clear(ctx, hash, before.value.len)
}

function giveBack(ctx: Ctx, [owner, deposit]: Ticket): void {
  releaseHold(ctx, owner, PREIMAGE_HOLD, deposit)
}

function clear(ctx: Ctx, hash: string, length: number): void {
  const { preimageFor, requestStatusFor } = ctx.storage.preimage
  requestStatusFor.remove(hash)
  preimageFor.remove([hash, length])
  ctx.emit(events.Cleared, { hash })
}
