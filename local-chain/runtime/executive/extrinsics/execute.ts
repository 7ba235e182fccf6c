/**
 * Extrinsics in and before a block: validity for the pool, application, what they would cost.
 *
 * Source: frame-executive and frame_system; `../shared/spec/block-pipeline.md` 1, swap.md 13.4.
 *
 * @module
 */
import type { DispatchErrorValue } from '../../../frame/dispatch-error.ts'
import { NONE, signed } from '../../../frame/origin.ts'
import type { DispatchInfo } from '../../../frame/pallet.ts'
import type { DispatchOutcome } from '../../../frame/runtime.ts'
import type { Ctx } from '../../context.ts'
import { incNonce } from '../../pallets/system/accounts.ts'
import { events as system } from '../../pallets/system/events.ts'
import { dispatch } from '../dispatch.ts'
import { addWeights, dispatchInfo, usedWeight } from '../weights.ts'
import {
  type CheckedTransaction,
  checkShieldKey,
  validateSigned,
  verifySignature,
} from './checks.ts'
import type { Extrinsic } from './codec.ts'
import { feePayer } from './fee-payer.ts'
import { BLOCK_WEIGHTS, classKey, computeFee } from './fees.ts'
import { settlePayment, takePayment } from './payment.ts'
import { invalid, unknown, type ValidTransaction } from './validity.ts'
import { checkExtrinsicSize, occupyBlock, returnUnspent } from './weight-meter.ts'

/**
 * What the pool asks, on a context whose block number is that of the next block.
 *
 * @throws ValidityFailure  the extrinsic may not go into a block
 */
export function validateExtrinsic(
  ctx: Ctx,
  extrinsic: Extrinsic,
  length: number,
): ValidTransaction {
  if (extrinsic.general) throw invalid('UnknownOrigin')
  if (extrinsic.signed === undefined) {
    const info = dispatchInfo(ctx, extrinsic.call)
    if (info.class === 'Mandatory') throw invalid('MandatoryValidation')
    throw unknown('NoUnsignedValidator')
  }
  return validateSigned(ctx, checked(ctx, extrinsic, length))
}

function checked(ctx: Ctx, extrinsic: Extrinsic, length: number): CheckedTransaction {
  const { call, signed: part } = extrinsic
  if (part === undefined) throw unknown('NoUnsignedValidator')
  const who = verifySignature(ctx, part)
  const info = dispatchInfo(ctx, call)
  if (info.class === 'Mandatory') throw invalid('BadMandatory')
  return { who, call, extra: part.extra, info, length }
}

/**
 * Applies an extrinsic in the block that is being built. The caller undoes what it wrote when this
 * throws.
 *
 * @returns the error of the dispatch; `undefined` when it succeeded
 * @throws ValidityFailure  the extrinsic may not be in this block
 */
export function applyExtrinsic(
  ctx: Ctx,
  extrinsic: Extrinsic,
  length: number,
): DispatchErrorValue | undefined {
  if (extrinsic.general) throw invalid('UnknownOrigin')
  return extrinsic.signed === undefined
    ? applyBare(ctx, extrinsic, length)
    : applySigned(ctx, checked(ctx, extrinsic, length))
}

function applyBare(ctx: Ctx, { call }: Extrinsic, length: number): DispatchErrorValue | undefined {
  const info = dispatchInfo(ctx, call)
  checkExtrinsicSize(ctx, info, length)
  occupyBlock(ctx, info, length)
  const outcome = dispatch(ctx, NONE, call)
  if (!outcome.ok && info.class === 'Mandatory') throw invalid('BadMandatory')
  returnUnspent(ctx, info, usedWeight(info, outcome))
  return noteResult(ctx, info, outcome)
}

function applySigned(ctx: Ctx, transaction: CheckedTransaction): DispatchErrorValue | undefined {
  const { who, call, extra, info, length } = transaction
  validateSigned(ctx, transaction)
  checkShieldKey(ctx, call)

  // Preparation: from here on the extrinsic is in the block unless one of these refuses.
  const { nonce } = ctx.storage.system.account.get(who)
  if (extra.nonce > nonce) throw invalid('Future')
  incNonce(ctx, who)
  occupyBlock(ctx, info, length)
  const payer = feePayer(ctx, who, call)
  const payment = takePayment(ctx, payer, call, computeFee(info, length, extra.tip))

  const outcome = dispatch(ctx, signed(who), call)

  const weight = usedWeight(info, outcome)
  const paysFee = outcome.post.paysFee === 'No' ? 'No' : info.paysFee
  returnUnspent(ctx, info, weight)
  const fee = computeFee({ ...info, weight, paysFee }, length, extra.tip)
  settlePayment(ctx, payment, { fee, tip: extra.tip })
  return noteResult(ctx, info, outcome)
}

/** The last event of every extrinsic. */
function noteResult(
  ctx: Ctx,
  info: Required<DispatchInfo>,
  outcome: DispatchOutcome,
): DispatchErrorValue | undefined {
  const base = BLOCK_WEIGHTS.perClass[classKey(info)].baseExtrinsic
  const noted = {
    weight: addWeights(usedWeight(info, outcome), base),
    class: info.class,
    paysFee: outcome.post.paysFee === 'No' ? ('No' as const) : info.paysFee,
  }
  if (outcome.ok) {
    ctx.emit(system.ExtrinsicSuccess, { dispatchInfo: noted })
    return undefined
  }
  const dispatchError = outcome.failure.value
  ctx.emit(system.ExtrinsicFailed, { dispatchError, dispatchInfo: noted })
  return dispatchError
}
