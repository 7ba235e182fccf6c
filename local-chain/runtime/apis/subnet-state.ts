/**
 * What the neurons of a subnet hold and earn, by uid.
 *
 * Source: ../shared/spec/runtime-api.md section 2 (subtensor `rpc_info/show_subnet.rs`), spec 425.
 *
 * @module
 */
import type { TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { allNetuids, subnetExists } from '../pallets/subtensor/subnets/lookup.ts'
import { hotkeysByUid, stakeColumns, wholeStakes } from './subnet-fields.ts'
import type { subnetState } from './subnet-info-types.ts'
import type { ApiOptions } from './types.ts'

/**
 * The columns that metagraph and subnet state share. Some have an entry per uid, the others are as
 * long as what is stored.
 *
 * @param index  storage index that incentives and last updates are read at
 */
export function neuronColumns(ctx: Ctx, netuid: number, index: number, options: ApiOptions) {
  const s = ctx.storage.subtensor
  const hotkeys = hotkeysByUid(ctx, netuid)
  const stakes = stakeColumns(ctx, netuid, hotkeys)
  // The chain gave these up; clients of spec 393 compare them with one zero per neuron.
  const gone = options.clientCompat ? hotkeys.map(() => 0) : []
  return {
    hotkeys,
    coldkeys: hotkeys.map((hotkey) => s.owner.get(hotkey)),
    active: s.active.get(netuid),
    validatorPermit: s.validatorPermit.get(netuid),
    pruningScore: gone,
    lastUpdate: s.lastUpdate.get(index),
    emission: s.emission.get(netuid),
    dividends: s.dividends.get(netuid),
    incentives: s.incentive.get(index),
    consensus: s.consensus.get(netuid),
    trust: gone,
    rank: gone,
    blockAtRegistration: hotkeys.map((_, uid) => s.blockAtRegistration.get(netuid, uid)),
    alphaStake: wholeStakes(stakes.alpha),
    taoStake: wholeStakes(stakes.tao),
    totalStake: wholeStakes(stakes.total),
  }
}

export function subnetStateOf(
  ctx: Ctx,
  netuid: number,
  options: ApiOptions,
): TypeOf<typeof subnetState> | undefined {
  if (!subnetExists(ctx, netuid)) return undefined
  const columns = neuronColumns(ctx, netuid, netuid, options)
  const { lastHotkeyEmissionOnNetuid } = ctx.storage.subtensor
  return {
    netuid,
    ...columns,
    emissionHistory: allNetuids(ctx).map((other) =>
      columns.hotkeys.map((hotkey) => lastHotkeyEmissionOnNetuid.get(hotkey, other)),
    ),
  }
}
