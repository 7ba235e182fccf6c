/**
 * What the three batches share: who may batch, how an inner call is dispatched, what it all costs.
 *
 * Source: `../shared/spec/swap.md` 13.3, `../shared/spec/weights.md` 3.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import { badOrigin, ensure } from '../../../frame/dispatch-error.ts'
import type { Origin } from '../../../frame/origin.ts'
import type { DispatchInfo } from '../../../frame/pallet.ts'
import type { DispatchOutcome } from '../../../frame/runtime.ts'
import type { DispatchWeight } from '../../../frame/types/common.ts'
import type { Ctx } from '../../context.ts'
import { dispatch, dispatchBypassFilter } from '../../executive/dispatch.ts'
import { addWeights, dispatchInfo, usedWeight, ZERO_WEIGHT } from '../../executive/weights.ts'
import { errors } from './errors.ts'

/** Longest batch. */
export const BATCH_LIMIT = 10_922

export type Calls = readonly RuntimeCallValue[]

/** Declared cost of a batch: its own and that of the calls. It is free when all of them are. */
export function batchInfo(ctx: Ctx, calls: Calls, own: DispatchWeight): DispatchInfo {
  let weight = own
  let free = true
  let operational = calls.length > 0
  for (const inner of calls) {
    const info = dispatchInfo(ctx, inner)
    weight = addWeights(weight, info.weight)
    if (info.paysFee === 'Yes') free = false
    if (info.class !== 'Operational') operational = false
  }
  return {
    weight,
    class: operational ? 'Operational' : 'Normal',
    paysFee: free ? 'No' : 'Yes',
  }
}

/** @throws BadOrigin, TooManyCalls */
export function ensureMayBatch(origin: Origin, calls: Calls): void {
  ensure(origin.type !== 'None', badOrigin)
  ensure(calls.length <= BATCH_LIMIT, errors.TooManyCalls)
}

/** Adds up what the calls of a batch used. */
export class BatchMeter {
  #used = ZERO_WEIGHT

  /** Dispatches an inner call: root's pass no filter. */
  dispatch(ctx: Ctx, origin: Origin, call: RuntimeCallValue): DispatchOutcome {
    const info = dispatchInfo(ctx, call)
    const outcome =
      origin.type === 'Root' ? dispatchBypassFilter(ctx, origin, call) : dispatch(ctx, origin, call)
    this.#used = addWeights(this.#used, usedWeight(info, outcome))
    return outcome
  }

  /** With the cost of the batch itself. */
  total(own: DispatchWeight): { readonly actualWeight: DispatchWeight } {
    return { actualWeight: addWeights(own, this.#used) }
  }
}
