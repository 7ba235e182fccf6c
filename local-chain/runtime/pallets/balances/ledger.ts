/**
 * Moving TAO: what the calls of Balances and every other pallet do with free balances.
 *
 * The sum of all balances is `TotalIssuance` (Balances); SubtensorModule keeps a counter of its own
 * beside it. Dust is destroyed here without touching that one.
 *
 * Source: pallet_balances `fungible` implementation; `../shared/spec/staking.md` 3 for what the chain
 * makes of it.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { arithmetic, ensure, token } from '../../../frame/dispatch-error.ts'
import type { Ctx } from '../../context.ts'
import { canDecProvider } from '../system/accounts.ts'
import { EXISTENTIAL_DEPOSIT, mutateAccount } from './account.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'

const U64_MAX = 0xffff_ffff_ffff_ffffn

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/**
 * How much of an account may go: all of it (`Expendable`), not its last provider (`Protect`), or all
 * but the existential deposit (`Preserve`).
 */
export type Preservation = 'Expendable' | 'Protect' | 'Preserve'

export function freeBalance(ctx: Ctx, who: AccountId): bigint {
  return ctx.storage.system.account.get(who).data.free
}

/** Free and reserved together. */
export function totalBalance(ctx: Ctx, who: AccountId): bigint {
  const { data } = ctx.storage.system.account.get(who)
  return data.free + data.reserved
}

/** Rao that may leave the account. `force` ignores freezes. */
export function reducibleBalance(
  ctx: Ctx,
  who: AccountId,
  preservation: Preservation,
  force = false,
): bigint {
  const info = ctx.storage.system.account.get(who)
  const { free, reserved, frozen } = info.data
  let untouchable = !force && frozen > reserved ? frozen - reserved : 0n
  const mustStay =
    preservation === 'Preserve' ||
    (preservation === 'Protect' && free > 0n && info.providers === 1) ||
    (preservation === 'Expendable' && free > 0n && !canDecProvider(info))
  if (mustStay && untouchable < EXISTENTIAL_DEPOSIT) untouchable = EXISTENTIAL_DEPOSIT
  return free > untouchable ? free - untouchable : 0n
}

function setFree(ctx: Ctx, who: AccountId, free: bigint): void {
  const dust = mutateAccount(ctx, who, (data) => ({ ...data, free }))
  if (dust > 0n) dropCredit(ctx, dust)
}

/** @throws Token.FundsUnavailable, Token.OnlyProvider, Token.Frozen, Token.NotExpendable */
function ensureCanWithdraw(ctx: Ctx, who: AccountId, amount: bigint, keepAlive: boolean): void {
  if (amount === 0n) return
  const info = ctx.storage.system.account.get(who)
  if (ctx.storage.balances.totalIssuance.get() < amount) throw arithmetic('Underflow')
  if (info.data.free < amount) throw token('FundsUnavailable')
  if (amount > reducibleBalance(ctx, who, 'Expendable')) throw token('Frozen')
  const left = info.data.free - amount
  if (left < EXISTENTIAL_DEPOSIT) {
    if (!canDecProvider(info)) throw token('OnlyProvider')
    if (keepAlive) throw token('NotExpendable')
  }
}

/** @throws Token.BelowMinimum, Arithmetic.Overflow */
function ensureCanDeposit(ctx: Ctx, who: AccountId, amount: bigint): void {
  if (amount === 0n) return
  const { free, reserved } = ctx.storage.system.account.get(who).data
  const after = free + amount
  if (after > U64_MAX || after + reserved > U64_MAX) throw arithmetic('Overflow')
  if (after < EXISTENTIAL_DEPOSIT) throw token('BelowMinimum')
}

/**
 * Moves free balance. An event comes also for 0 rao, and none when both ends are the same account.
 *
 * @throws Token.FundsUnavailable  too little
 * @throws Token.Frozen, Token.OnlyProvider, Token.NotExpendable  what is left may not be taken
 * @throws Token.BelowMinimum  the target would stay below the existential deposit
 */
export function transfer(
  ctx: Ctx,
  move: { from: AccountId; to: AccountId; amount: bigint; preservation: Preservation },
): void {
  const { from, to, amount, preservation } = move
  ensureCanWithdraw(ctx, from, amount, preservation !== 'Expendable')
  ensureCanDeposit(ctx, to, amount)
  if (from === to) return
  const reducible = reducibleBalance(ctx, from, preservation)
  const moved = smaller(amount, reducible)
  setFree(ctx, from, freeBalance(ctx, from) - moved)
  const target = freeBalance(ctx, to) + amount
  if (amount > 0n && target >= EXISTENTIAL_DEPOSIT) setFree(ctx, to, target)
  ctx.emit(events.Transfer, { from, to, amount })
}

/** Makes new TAO, as a credit that somebody must deposit or drop. Event `Issued`. */
export function issue(ctx: Ctx, amount: bigint): bigint {
  if (amount === 0n) return 0n
  const { totalIssuance } = ctx.storage.balances
  const now = totalIssuance.get()
  const credit = smaller(amount, U64_MAX - now)
  totalIssuance.set(now + credit)
  ctx.emit(events.Issued, { amount: credit })
  return credit
}

/** Destroys a credit: issuance falls, no event. */
export function dropCredit(ctx: Ctx, amount: bigint): void {
  if (amount === 0n) return
  const { totalIssuance } = ctx.storage.balances
  const now = totalIssuance.get()
  totalIssuance.set(now > amount ? now - amount : 0n)
}

/**
 * Puts a credit into an account. Event `Deposit`, after those of a new account.
 *
 * @returns false, without any change, when the account would stay below the existential deposit
 */
export function depositCredit(ctx: Ctx, who: AccountId, amount: bigint): boolean {
  const free = freeBalance(ctx, who)
  if (amount > 0n) {
    if (free + amount < EXISTENTIAL_DEPOSIT || free + amount > U64_MAX) return false
    setFree(ctx, who, free + amount)
  } else if (free < EXISTENTIAL_DEPOSIT) return false
  ctx.emit(events.Deposit, { who, amount })
  return true
}

/**
 * Takes TAO out of an account and out of existence. Event `Withdraw`.
 *
 * @throws Token.FundsUnavailable  less than `amount` may go
 */
export function withdraw(
  ctx: Ctx,
  who: AccountId,
  amount: bigint,
  preservation: Preservation,
): void {
  takeOut(ctx, who, amount, preservation)
  dropCredit(ctx, amount)
}

/** As `withdraw`, but the TAO stays in issuance: a credit that the caller must place. */
export function takeOut(
  ctx: Ctx,
  who: AccountId,
  amount: bigint,
  preservation: Preservation,
): void {
  if (reducibleBalance(ctx, who, preservation) < amount) throw token('FundsUnavailable')
  setFree(ctx, who, freeBalance(ctx, who) - amount)
  ctx.emit(events.Withdraw, { who, amount })
}

/**
 * Destroys TAO of an account on its owner's word. Event `Burned`.
 *
 * @throws Token.FundsUnavailable  less than `amount` may go
 */
export function burnFrom(
  ctx: Ctx,
  who: AccountId,
  amount: bigint,
  preservation: Preservation,
): void {
  if (reducibleBalance(ctx, who, preservation) < amount) throw token('FundsUnavailable')
  if (ctx.storage.balances.totalIssuance.get() < amount) throw arithmetic('Overflow')
  setFree(ctx, who, freeBalance(ctx, who) - amount)
  dropCredit(ctx, amount)
  ctx.emit(events.Burned, { who, amount })
}

/**
 * Root sets a free balance outright; issuance follows (`Issued` or `Rescinded`), then `BalanceSet`.
 * Below the existential deposit means zero.
 */
export function forceSetFree(ctx: Ctx, who: AccountId, free: bigint): void {
  const target = free < EXISTENTIAL_DEPOSIT ? 0n : free
  const before = freeBalance(ctx, who)
  setFree(ctx, who, target)
  if (target > before) issue(ctx, target - before)
  else if (target < before) {
    dropCredit(ctx, before - target)
    ctx.emit(events.Rescinded, { amount: before - target })
  }
  ctx.emit(events.BalanceSet, { who, free: target })
}

/**
 * Sets free TAO aside: it stays with the account, which cannot spend it. Event `Reserved`.
 *
 * @throws Balances.InsufficientBalance  less than `amount` is free
 * @throws ConsumerRemaining  the rest would be below the existential deposit
 */
export function reserve(ctx: Ctx, who: AccountId, amount: bigint): void {
  if (amount === 0n) return
  const dust = mutateAccount(ctx, who, (data) => {
    const free = data.free - amount
    ensure(free >= 0n, errors.InsufficientBalance)
    ensure(free >= data.frozen, errors.LiquidityRestrictions)
    return { ...data, free, reserved: data.reserved + amount }
  })
  if (dust > 0n) dropCredit(ctx, dust)
  ctx.emit(events.Reserved, { who, amount })
}

/**
 * Gives reserved TAO back. Event `Unreserved`.
 *
 * @returns rao that were asked for but not reserved
 */
export function unreserve(ctx: Ctx, who: AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n
  if (totalBalance(ctx, who) === 0n) return amount
  const { reserved } = ctx.storage.system.account.get(who).data
  const given = smaller(amount, reserved)
  const dust = mutateAccount(ctx, who, (data) => ({
    ...data,
    free: data.free + given,
    reserved: data.reserved - given,
  }))
  if (dust > 0n) dropCredit(ctx, dust)
  ctx.emit(events.Unreserved, { who, amount: given })
  return amount - given
}
