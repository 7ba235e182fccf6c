/**
 * Values of a subnet that several APIs report in the same way.
 *
 * Source: ../shared/spec/runtime-api.md section 2 (subtensor `rpc_info/*.rs`), spec 425.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import { I64F64 } from '../../frame/fixed/index.ts'
import { stakeWeights } from '../../yuma/index.ts'
import type { Ctx } from '../context.ts'
import { gatherStake } from '../pallets/subtensor/epoch/gather.ts'
import { saturatingSubU64 } from '../u64.ts'
import type { ApiOptions } from './types.ts'

/** What is reported of a neuron that never served. */
export const NO_PROMETHEUS = { block: 0n, version: 0, ip: 0n, port: 0, ipType: 0 }
export const NO_AXON = { ...NO_PROMETHEUS, protocol: 0, placeholder1: 0, placeholder2: 0 }

/** Blocks without an update after which a neuron counts as inactive. */
export function activityCutoff(ctx: Ctx, netuid: number, options: ApiOptions): bigint {
  const { activityCutoff: stored, activityCutoffFactorMilli, tempo } = ctx.storage.subtensor
  // Clients of spec 393 compare it with the stored value, which no longer counts.
  if (options.clientCompat) return BigInt(stored.get(netuid))
  const blocks = (BigInt(activityCutoffFactorMilli.get(netuid)) * BigInt(tempo.get(netuid))) / 1000n
  return blocks > 1n ? blocks : 1n
}

/** Blocks since the last epoch, by the block that it ran in. */
export function blocksSinceLastStep(ctx: Ctx, netuid: number): bigint {
  const last = ctx.storage.subtensor.lastMechansimStepBlock.get(netuid)
  return saturatingSubU64(BigInt(ctx.blockNumber), last)
}

/** Hotkeys by uid; the zero account where nobody holds the uid. */
export function hotkeysByUid(ctx: Ctx, netuid: number): AccountId[] {
  const { keys, subnetworkN } = ctx.storage.subtensor
  return Array.from({ length: subnetworkN.get(netuid) }, (_, uid) => keys.get(netuid, uid))
}

export interface StakeColumns {
  readonly total: readonly I64F64[]
  readonly alpha: readonly I64F64[]
  /** Root stake, not yet weighted. */
  readonly tao: readonly I64F64[]
}

/** Stake by uid, each with what children use and parents lend. */
export function stakeColumns(
  ctx: Ctx,
  netuid: number,
  hotkeys: readonly AccountId[],
): StakeColumns {
  const { keys, taoWeight } = ctx.storage.subtensor
  const present = hotkeys.map((hotkey, uid) => (keys.exists(netuid, uid) ? hotkey : undefined))
  const input = { n: present.length, hotkeys: present, ...gatherStake(ctx, netuid, present) }
  return {
    total: stakeWeights({ ...input, taoWeight: taoWeight.get() }),
    alpha: stakeWeights({ ...input, taoWeight: 0n }),
    // Root stake is inherited by the same rule, so it is read through it in the place of alpha.
    tao: stakeWeights({ ...input, alpha: input.rootStake, taoWeight: 0n }),
  }
}

export const wholeStakes = (column: readonly I64F64[]) => column.map((x) => I64F64.toU64(x))
