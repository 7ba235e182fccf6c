/**
 * The guards that every call of a signer passes before it is dispatched, nested ones too, and the pool
 * codes of what they refuse with.
 *
 * Source: ../shared/spec/subnets.md section 0.1, weights.md section 3.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../../frame/call-table.ts'
import type { DispatchFailure } from '../../../../frame/dispatch-error.ts'
import type { Origin } from '../../../../frame/origin.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { checkColdkeySwap } from './coldkey-swap.ts'
import { delegateTakeGuards } from './delegate-take.ts'
import { evmKeyGuards } from './evm-key.ts'
import type { GuardsByCall } from './guard.ts'
import { rateLimitGuards } from './rate-limits.ts'
import { servingGuards } from './serving.ts'
import { weightGuards, weightRateGuards } from './weights.ts'

/** In the order in which the chain runs them. */
const GUARDS: readonly GuardsByCall[] = [
  weightGuards,
  rateLimitGuards,
  weightRateGuards,
  delegateTakeGuards,
  servingGuards,
  evmKeyGuards,
]

/** @throws DispatchFailure  a guard refuses the call; root and unsigned calls pass */
export function runGuards(ctx: Ctx, origin: Origin, call: RuntimeCallValue): void {
  if (origin.type !== 'Signed') return
  checkColdkeySwap(ctx, origin.account, call)
  if (call.pallet !== 'SubtensorModule') return
  for (const guards of GUARDS) guards[call.name]?.(ctx, origin.account, call)
}

const POOL_CODES = new Map<DispatchFailure, number>([
  [errors.ColdkeySwapAnnounced, 0],
  [errors.NotEnoughStakeToSetWeights, 1],
  [errors.HotKeyAccountNotExists, 4],
  [errors.NetworkTxRateLimitExceeded, 6],
  [errors.CommittingWeightsTooFast, 6],
  [errors.SettingWeightsTooFast, 6],
  [errors.HotKeyNotRegisteredInNetwork, 10],
  [errors.InvalidIpAddress, 11],
  [errors.ServingRateLimitExceeded, 12],
  [errors.InvalidPort, 13],
  [errors.InvalidRevealRound, 15],
  [errors.NoWeightsCommitFound, 16],
  [errors.RevealTooEarly, 17],
  [errors.InputLengthsUnequal, 18],
  [errors.HotKeyNotRegisteredInSubNet, 19],
  [errors.EvmKeyAssociateRateLimitExceeded, 20],
  [errors.ColdkeySwapDisputed, 21],
  [errors.NonAssociatedColdKey, 25],
  [errors.DelegateTakeTooLow, 26],
  [errors.DelegateTakeTooHigh, 27],
])
/** BadRequest. */
const POOL_CODE_OTHER = 255

/** `InvalidTransaction::Custom` code with which the pool refuses what a guard refuses. */
export function poolCode(failure: DispatchFailure): number {
  return POOL_CODES.get(failure) ?? POOL_CODE_OTHER
}
