/**
 * One step of an operation of a multisig: begin, approve, execute.
 *
 * Source: pallet_multisig `operate`.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256 } from '../../../../src/primitives/hash.ts'
import { type RuntimeCallValue, runtimeCall } from '../../../frame/call-table.ts'
import { ensure, type PostInfo } from '../../../frame/dispatch-error.ts'
import { signed } from '../../../frame/origin.ts'
import type { DispatchWeight } from '../../../frame/types/common.ts'
import { encode } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { dispatch } from '../../executive/dispatch.ts'
import { extrinsicIndex } from '../../executive/extrinsic-index.ts'
import { addWeights, dispatchInfo } from '../../executive/weights.ts'
import { reserve, unreserve } from '../balances/ledger.ts'
import { DEPOSIT_BASE, DEPOSIT_FACTOR } from './constants.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { operatingAccount } from './signatories.ts'
import type { Multisig, Timepoint } from './types.ts'
import { approveWeight, completeWeight, createWeight } from './weights.ts'

export interface Step {
  readonly who: AccountId
  readonly threshold: number
  readonly others: readonly AccountId[]
  readonly timepoint: Timepoint | undefined
  readonly hash: Uint8Array
  /** Where only the hash is at hand, the step cannot execute. */
  readonly call?: RuntimeCallValue
  readonly maxWeight: DispatchWeight
}

/** Rao that an operation of this threshold keeps reserved. */
export function depositOf(threshold: number): bigint {
  return DEPOSIT_BASE + DEPOSIT_FACTOR * BigInt(threshold)
}

export function hashOf(call: RuntimeCallValue): Uint8Array {
  return blake2b256(encode(runtimeCall, call))
}

export function lengthOf(call: RuntimeCallValue): number {
  return encode(runtimeCall, call).length
}

/** The extrinsic that is running. */
export function currentTimepoint(ctx: Ctx): Timepoint {
  return { height: ctx.blockNumber, index: extrinsicIndex(ctx) }
}

/**
 * Begins the operation, adds the signer's approval, or executes the call when that was the last one needed.
 *
 * @throws MinimumThreshold, TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder,
 *   SenderInSignatories
 * @throws UnexpectedTimepoint, NoTimepoint, WrongTimepoint
 * @throws AlreadyApproved, MaxWeightTooLow
 */
export function operate(ctx: Ctx, step: Step): PostInfo {
  const { who, threshold, others, hash, call } = step
  const account = operatingAccount(who, others, threshold)
  const operation = ctx.storage.multisig.multisigs.get(account, hash)
  if (operation === undefined) {
    begin(ctx, account, step)
    return { actualWeight: createWeight(others.length, call === undefined ? 0 : lengthOf(call)) }
  }
  ensure(step.timepoint !== undefined, errors.NoTimepoint)
  ensure(isSame(operation.when, step.timepoint), errors.WrongTimepoint)
  const counts = operation.approvals.length < threshold && !operation.approvals.includes(who)
  const approvals = operation.approvals.length + (counts ? 1 : 0)
  if (call !== undefined && approvals >= threshold) {
    return execute(ctx, account, operation, { ...step, call })
  }
  ensure(counts, errors.AlreadyApproved)
  approve(ctx, account, operation, step)
  return { actualWeight: approveWeight(others.length, call === undefined ? 0 : lengthOf(call)) }
}

function begin(ctx: Ctx, account: AccountId, { who, threshold, hash, timepoint }: Step): void {
  ensure(timepoint === undefined, errors.UnexpectedTimepoint)
  const deposit = depositOf(threshold)
  reserve(ctx, who, deposit)
  const when = currentTimepoint(ctx)
  const operation = { when, deposit, depositor: who, approvals: [who] }
  ctx.storage.multisig.multisigs.set(account, hash, operation)
  ctx.emit(events.NewMultisig, { approving: who, multisig: account, callHash: hash })
}

/** Approvals are kept in order of their bytes. */
function approve(ctx: Ctx, account: AccountId, operation: Multisig, { who, hash }: Step): void {
  const approvals = [...operation.approvals, who].sort()
  ctx.storage.multisig.multisigs.set(account, hash, { ...operation, approvals })
  ctx.emit(events.MultisigApproval, {
    approving: who,
    timepoint: operation.when,
    multisig: account,
    callHash: hash,
  })
}

function execute(
  ctx: Ctx,
  account: AccountId,
  operation: Multisig,
  { who, others, hash, call, maxWeight }: Step & { readonly call: RuntimeCallValue },
): PostInfo {
  const { weight } = dispatchInfo(ctx, call)
  const fits = weight.refTime <= maxWeight.refTime && weight.proofSize <= maxWeight.proofSize
  ensure(fits, errors.MaxWeightTooLow)
  ctx.storage.multisig.multisigs.remove(account, hash)
  unreserve(ctx, operation.depositor, operation.deposit)
  const outcome = dispatch(ctx, signed(account), call)
  ctx.emit(events.MultisigExecuted, {
    approving: who,
    timepoint: operation.when,
    multisig: account,
    callHash: hash,
    result: outcome.ok ? undefined : outcome.failure.value,
  })
  const used = outcome.post.actualWeight
  if (used === undefined) return {}
  return { actualWeight: addWeights(completeWeight(others.length, lengthOf(call)), used) }
}

export function isSame(a: Timepoint, b: Timepoint): boolean {
  return a.height === b.height && a.index === b.index
}
