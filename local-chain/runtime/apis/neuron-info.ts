/**
 * NeuronInfoRuntimeApi: the neurons of a subnet.
 *
 * Source: ../shared/spec/runtime-api.md section 2 (subtensor `rpc_info/neuron_info.rs`), spec 425.
 *
 * @module
 */
import { option, struct, tuple, vec } from '../../frame/types/combinators.ts'
import { netuid } from '../../frame/types/common.ts'
import { bool, u16 } from '../../frame/types/primitives.ts'
import type { TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { totalHotkeyAlpha } from '../pallets/subtensor/staking/stake-ledger.ts'
import { subnetExists } from '../pallets/subtensor/subnets/lookup.ts'
import { axonInfo, prometheusInfo } from '../pallets/subtensor/types.ts'
import { NO_AXON, NO_PROMETHEUS } from './subnet-fields.ts'
import {
  account,
  accountParam,
  api,
  cAlpha,
  cNetuid,
  cU16,
  cU64,
  query,
  RPC_INFO,
} from './types.ts'

/** The chain stopped scoring who is pruned next. */
const NO_PRUNING_SCORE = 0xffff

const head = {
  hotkey: account,
  coldkey: account,
  uid: cU16,
  netuid: cNetuid,
  active: bool,
  axonInfo,
  prometheusInfo,
  stake: vec(tuple(account, cAlpha)),
  rank: cU16,
  emission: cAlpha,
  incentive: cU16,
  consensus: cU16,
  trust: cU16,
  validatorTrust: cU16,
  dividends: cU16,
  lastUpdate: cU64,
  validatorPermit: bool,
}
const pairs = vec(tuple(cU16, cU16))

const neuronInfo = struct(
  `${RPC_INFO}::neuron_info::NeuronInfo`,
  { ...head, weights: pairs, bonds: pairs, pruningScore: cU16 },
  accountParam,
)
const neuronInfoLite = struct(
  `${RPC_INFO}::neuron_info::NeuronInfoLite`,
  { ...head, pruningScore: cU16 },
  accountParam,
)
type NeuronInfo = TypeOf<typeof neuronInfo>
type NeuronInfoLite = TypeOf<typeof neuronInfoLite>

/** @returns undefined where nobody holds the uid */
function liteOf(ctx: Ctx, id: number, uid: number): NeuronInfoLite | undefined {
  const s = ctx.storage.subtensor
  if (!s.keys.exists(id, uid)) return undefined
  const hotkey = s.keys.get(id, uid)
  const coldkey = s.owner.get(hotkey)
  return {
    hotkey,
    coldkey,
    uid,
    netuid: id,
    active: s.active.get(id)[uid] ?? false,
    axonInfo: s.axons.get(id, hotkey) ?? NO_AXON,
    prometheusInfo: s.prometheus.get(id, hotkey) ?? NO_PROMETHEUS,
    stake: [[coldkey, totalHotkeyAlpha(ctx, hotkey, id)]],
    rank: 0,
    emission: s.emission.get(id)[uid] ?? 0n,
    incentive: s.incentive.get(id)[uid] ?? 0,
    consensus: s.consensus.get(id)[uid] ?? 0,
    trust: 0,
    validatorTrust: s.validatorTrust.get(id)[uid] ?? 0,
    dividends: s.dividends.get(id)[uid] ?? 0,
    lastUpdate: s.lastUpdate.get(id)[uid] ?? 0n,
    validatorPermit: s.validatorPermit.get(id)[uid] ?? false,
    pruningScore: NO_PRUNING_SCORE,
  }
}

function fullOf(ctx: Ctx, id: number, uid: number): NeuronInfo | undefined {
  const lite = liteOf(ctx, id, uid)
  if (lite === undefined) return undefined
  const { bonds, weights } = ctx.storage.subtensor
  return {
    ...lite,
    weights: [...weights.get(id, uid)].filter(([, weight]) => weight > 0),
    bonds: [...bonds.get(id, uid)].filter(([, bond]) => bond > 0),
  }
}

/** One neuron, where the subnet has it. */
function one<T>(
  ctx: Ctx,
  args: { readonly netuid: number; readonly uid: number },
  read: (ctx: Ctx, id: number, uid: number) => T | undefined,
): T | undefined {
  return subnetExists(ctx, args.netuid) ? read(ctx, args.netuid, args.uid) : undefined
}

/** All neurons by uid, up to the first uid that nobody holds. */
function all<T>(
  ctx: Ctx,
  id: number,
  read: (ctx: Ctx, id: number, uid: number) => T | undefined,
): T[] {
  const found: T[] = []
  if (!subnetExists(ctx, id)) return found
  const count = ctx.storage.subtensor.subnetworkN.get(id)
  for (let uid = 0; uid < count; uid++) {
    const neuron = read(ctx, id, uid)
    if (neuron === undefined) break
    found.push(neuron)
  }
  return found
}

export const neuronInfoApi = api(
  'NeuronInfoRuntimeApi',
  {
    getNeurons: query({
      docs: 'All neurons of a subnet, with weights and bonds.',
      args: { netuid },
      returns: vec(neuronInfo),
      run: (ctx, args) => all(ctx, args.netuid, fullOf),
    }),
    getNeuron: query({
      docs: 'One neuron, with weights and bonds.',
      args: { netuid, uid: u16 },
      returns: option(neuronInfo),
      run: (ctx, args) => one(ctx, args, fullOf),
    }),
    getNeuronsLite: query({
      docs: 'All neurons of a subnet, without weights and bonds.',
      args: { netuid },
      returns: vec(neuronInfoLite),
      run: (ctx, args) => all(ctx, args.netuid, liteOf),
    }),
    getNeuronLite: query({
      docs: 'One neuron, without weights and bonds.',
      args: { netuid, uid: u16 },
      returns: option(neuronInfoLite),
      run: (ctx, args) => one(ctx, args, liteOf),
    }),
  },
  'Neurons of a subnet.',
)
