/**
 * What a call costs: the weight that its pallet declares plus the weight of the dispatch guards that
 * look at it, and what of it was used in the end.
 *
 * Source: `../shared/spec/swap.md` 13.1.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../frame/call-table.ts'
import type { DispatchInfo } from '../../frame/pallet.ts'
import type { DispatchOutcome } from '../../frame/runtime.ts'
import type { DispatchWeight } from '../../frame/types/common.ts'
import type { Ctx } from '../context.ts'

const U64_MAX = 0xffff_ffff_ffff_ffffn

export const ZERO_WEIGHT: DispatchWeight = { refTime: 0n, proofSize: 0n }

interface GuardWeight extends DispatchWeight {
  /** `Pallet.call` names; every call where absent. */
  readonly calls?: ReadonlySet<string>
}

const subtensor = (names: readonly string[]) =>
  new Set(names.map((name) => `SubtensorModule.${name}`))

const GUARDS: readonly GuardWeight[] = [
  // CheckColdkeySwap
  { refTime: 67_583_000n, proofSize: 4_198n },
  // CheckWeights
  {
    refTime: 327_958_000n,
    proofSize: 7_671n,
    calls: subtensor([
      'set_weights',
      'set_mechanism_weights',
      'batch_set_weights',
      'commit_weights',
      'commit_mechanism_weights',
      'batch_commit_weights',
      'reveal_weights',
      'reveal_mechanism_weights',
      'batch_reveal_weights',
      'commit_crv3_mechanism_weights',
      'commit_timelocked_weights',
      'commit_timelocked_mechanism_weights',
    ]),
  },
  // CheckRateLimits
  {
    refTime: 210_376_000n,
    proofSize: 4_484n,
    calls: subtensor([
      'set_weights',
      'set_mechanism_weights',
      'commit_weights',
      'commit_mechanism_weights',
      'register_network',
    ]),
  },
  // CheckDelegateTake
  {
    refTime: 90_378_000n,
    proofSize: 4_186n,
    calls: subtensor(['increase_take', 'decrease_take']),
  },
  // CheckServingEndpoints
  {
    refTime: 94_035_000n,
    proofSize: 4_112n,
    calls: subtensor(['serve_axon', 'serve_axon_tls', 'serve_prometheus']),
  },
  // CheckEvmKeyAssociation
  { refTime: 65_448_000n, proofSize: 4_117n, calls: subtensor(['associate_evm_key']) },
]

export function addWeights(a: DispatchWeight, b: DispatchWeight): DispatchWeight {
  return {
    refTime: saturated(a.refTime + b.refTime),
    proofSize: saturated(a.proofSize + b.proofSize),
  }
}

/** What the guards of a call cost. */
export function guardWeight(call: Pick<RuntimeCallValue, 'pallet' | 'name'>): DispatchWeight {
  const name = `${call.pallet}.${call.name}`
  let sum = ZERO_WEIGHT
  for (const guard of GUARDS) {
    if (guard.calls === undefined || guard.calls.has(name)) sum = addWeights(sum, guard)
  }
  return sum
}

/** The dispatch info of a call as the chain sees it, guards included. */
export function dispatchInfo(ctx: Ctx, call: RuntimeCallValue): Required<DispatchInfo> {
  const info = call.call.info(ctx, call.args)
  return {
    weight: addWeights(info.weight, guardWeight(call)),
    class: info.class ?? 'Normal',
    paysFee: info.paysFee ?? 'Yes',
  }
}

/** What a dispatched call used: never more than it declared. */
export function usedWeight(info: DispatchInfo, outcome: DispatchOutcome): DispatchWeight {
  const actual = outcome.post.actualWeight
  if (actual === undefined) return info.weight
  return {
    refTime: least(actual.refTime, info.weight.refTime),
    proofSize: least(actual.proofSize, info.weight.proofSize),
  }
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function saturated(value: bigint): bigint {
  return value > U64_MAX ? U64_MAX : value
}
