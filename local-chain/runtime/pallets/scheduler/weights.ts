/**
 * What the calls of Scheduler cost, and what the service of its tasks counts beside the calls themselves.
 *
 * Source: declared weights in `../shared/vectors/traces`; those of the service, which no recording shows,
 * are the measured ones of pallet_scheduler with the chain's costs of database access.
 *
 * @module
 */
import type { DispatchWeight } from '../../../frame/types/common.ts'

const PROOF_SIZE = 110_487n
const of = (refTime: bigint): DispatchWeight => ({ refTime, proofSize: PROOF_SIZE })

export const SCHEDULE_WEIGHT = of(155_736_084n)
export const CANCEL_WEIGHT = of(366_409_882n)
export const SCHEDULE_NAMED_WEIGHT = of(286_963_187n)
export const CANCEL_NAMED_WEIGHT = of(396_315_022n)
export const SET_RETRY_WEIGHT = of(294_783_000n)
export const SET_RETRY_NAMED_WEIGHT = of(336_544_000n)
export const CANCEL_RETRY_WEIGHT = of(294_076_000n)
export const CANCEL_RETRY_NAMED_WEIGHT = of(332_329_000n)

export const SERVICE_BASE_WEIGHT: DispatchWeight = { refTime: 129_002_000n, proofSize: 1_489n }
export const RETRY_WEIGHT = of(238_439_509n)
export const DISPATCH_SIGNED_WEIGHT: DispatchWeight = { refTime: 59_407_000n, proofSize: 3_997n }
export const DISPATCH_UNSIGNED_WEIGHT: DispatchWeight = { refTime: 2_440_000n, proofSize: 0n }

export function agendaWeight(tasks: number): DispatchWeight {
  return of(128_258_412n + 457_723n * BigInt(tasks))
}

/** What a task costs before its call runs. */
export function taskWeight(task: {
  /** Bytes of a call that lies in Preimage. */
  readonly fetched: number | undefined
  readonly named: boolean
  readonly periodic: boolean
}): DispatchWeight {
  const { fetched, named, periodic } = task
  const fetch = fetched === undefined ? 0n : 296_269_000n + 1_640n * BigInt(fetched)
  return {
    refTime: 3_490_000n + fetch + (named ? 104_954_000n : 0n) + (periodic ? 3_401_000n : 0n),
    proofSize: fetched === undefined ? 0n : 4_197_809n,
  }
}
