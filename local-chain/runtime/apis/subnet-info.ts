/**
 * SubnetInfoRuntimeApi: what there is to know of subnets.
 *
 * Source: ../shared/spec/runtime-api.md section 2 (subtensor `rpc_info/`), spec 425.
 *
 * @module
 */
import type { RuntimeApi } from '../../frame/runtime-api.ts'
import { option, vec } from '../../frame/types/combinators.ts'
import { netuid } from '../../frame/types/common.ts'
import { u8, u16, u64 } from '../../frame/types/primitives.ts'
import type { TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { nextEpochBlock } from '../pallets/subtensor/block-step/epoch-schedule.ts'
import {
  allNetuids,
  ROOT_NETUID,
  subnetAccountId,
  subnetExists,
} from '../pallets/subtensor/subnets/lookup.ts'
import { subnetToPrune } from '../pallets/subtensor/subnets/prune.ts'
import { subnetName } from '../pallets/subtensor/subnets/symbols.ts'
import { hyperparamList, hyperparamsOf } from './hyperparams.ts'
import { allMechagraphs, metagraphOf } from './metagraph.ts'
import { metagraph, selectiveMetagraph } from './metagraph-types.ts'
import { selectiveMechagraph, selectiveMetagraphOf } from './selective-metagraph.ts'
import { blocksSinceLastStep } from './subnet-fields.ts'
import {
  dynamicInfo,
  hyperparamEntry,
  subnetHyperparams,
  subnetHyperparamsV2,
  subnetInfo,
  subnetInfoV2,
  subnetState,
} from './subnet-info-types.ts'
import { subnetStateOf } from './subnet-state.ts'
import { type ApiOptions, account, api, query } from './types.ts'

/** Netuids of existing subnets, ascending. */
function existingNetuids(ctx: Ctx): number[] {
  return allNetuids(ctx)
    .filter((id) => subnetExists(ctx, id))
    .sort((a, b) => a - b)
}

/** What the two forms of the subnet info share. */
function infoOf(ctx: Ctx, id: number) {
  const s = ctx.storage.subtensor
  return {
    netuid: id,
    rho: s.rho.get(id),
    kappa: s.kappa.get(id),
    difficulty: s.difficulty.get(id),
    immunityPeriod: s.immunityPeriod.get(id),
    maxAllowedValidators: s.maxAllowedValidators.get(id),
    minAllowedWeights: s.minAllowedWeights.get(id),
    maxWeightsLimit: s.maxWeightsLimit.get(id),
    scalingLawPower: s.scalingLawPower.get(id),
    subnetworkN: s.subnetworkN.get(id),
    maxAllowedUids: s.maxAllowedUids.get(id),
    blocksSinceLastStep: s.blocksSinceLastStep.get(id),
    tempo: s.tempo.get(id),
    networkModality: 0,
    networkConnect: [],
    burn: s.burn.get(id),
    owner: s.subnetOwner.get(id),
  }
}

function infoV1Of(ctx: Ctx, id: number): TypeOf<typeof subnetInfo> | undefined {
  return subnetExists(ctx, id) ? { ...infoOf(ctx, id), emissionValues: 0n } : undefined
}

function infoV2Of(ctx: Ctx, id: number): TypeOf<typeof subnetInfoV2> | undefined {
  if (!subnetExists(ctx, id)) return undefined
  const identity = ctx.storage.subtensor.subnetIdentitiesV3.get(id)
  return { ...infoOf(ctx, id), emissionValue: 0n, identity }
}

function dynamicInfoOf(ctx: Ctx, id: number): TypeOf<typeof dynamicInfo> | undefined {
  if (!subnetExists(ctx, id)) return undefined
  const s = ctx.storage.subtensor
  return {
    netuid: id,
    ownerHotkey: s.subnetOwnerHotkey.get(id),
    ownerColdkey: s.subnetOwner.get(id),
    subnetName: subnetName(ctx, id),
    tokenSymbol: s.tokenSymbol.get(id),
    tempo: s.tempo.get(id),
    lastStep: s.lastMechansimStepBlock.get(id),
    blocksSinceLastStep: blocksSinceLastStep(ctx, id),
    emission: 0n,
    alphaIn: s.subnetAlphaIn.get(id),
    alphaOut: s.subnetAlphaOut.get(id),
    taoIn: s.subnetTao.get(id),
    alphaOutEmission: s.subnetAlphaOutEmission.get(id),
    alphaInEmission: s.subnetAlphaInEmission.get(id),
    taoInEmission: s.subnetTaoInEmission.get(id),
    pendingAlphaEmission: s.pendingValidatorEmission.get(id) + s.pendingServerEmission.get(id),
    pendingRootEmission: 0n,
    subnetVolume: s.subnetVolume.get(id),
    networkRegisteredAt: s.networkRegisteredAt.get(id),
    subnetIdentity: s.subnetIdentitiesV3.get(id),
    movingPrice: s.subnetMovingPrice.get(id),
  }
}

export function subnetInfoApi(options: ApiOptions): RuntimeApi {
  const indexes = vec(u16)
  return api(
    'SubnetInfoRuntimeApi',
    {
      getSubnetInfo: query({
        docs: 'Parameters of a subnet, without its identity.',
        args: { netuid },
        returns: option(subnetInfo),
        run: (ctx, args) => infoV1Of(ctx, args.netuid),
      }),
      getSubnetsInfo: query({
        docs: 'Parameters of every subnet, by ascending netuid, without identities.',
        args: {},
        returns: vec(option(subnetInfo)),
        run: (ctx) => existingNetuids(ctx).map((id) => infoV1Of(ctx, id)),
      }),
      getSubnetInfoV2: query({
        docs: 'Parameters and identity of a subnet.',
        args: { netuid },
        returns: option(subnetInfoV2),
        run: (ctx, args) => infoV2Of(ctx, args.netuid),
      }),
      getSubnetsInfoV2: query({
        docs: 'Parameters and identity of every subnet, by ascending netuid.',
        args: {},
        returns: vec(option(subnetInfoV2)),
        run: (ctx) => existingNetuids(ctx).map((id) => infoV2Of(ctx, id)),
      }),
      getSubnetHyperparams: query({
        docs: 'Hyperparameters of a subnet, first version.',
        args: { netuid },
        returns: option(subnetHyperparams),
        run: (ctx, args) => hyperparamsOf(ctx, args.netuid, options),
      }),
      getSubnetHyperparamsV2: query({
        docs: 'Hyperparameters of a subnet, second version.',
        args: { netuid },
        returns: option(subnetHyperparamsV2),
        run: (ctx, args) => hyperparamsOf(ctx, args.netuid, options),
      }),
      getSubnetHyperparamsV3: query({
        docs: 'Hyperparameters of a subnet as a list of names and values.',
        args: { netuid },
        returns: option(vec(hyperparamEntry)),
        run: (ctx, args) => hyperparamList(ctx, args.netuid, options),
      }),
      getAllDynamicInfo: query({
        docs: 'Pool, emission and price of every subnet, root included.',
        args: {},
        returns: vec(option(dynamicInfo)),
        run: (ctx) => allNetuids(ctx).map((id) => dynamicInfoOf(ctx, id)),
      }),
      getAllMetagraphs: query({
        docs: 'Every subnet with all its neurons.',
        args: {},
        returns: vec(option(metagraph)),
        run: (ctx) => allNetuids(ctx).map((id) => metagraphOf(ctx, id, options)),
      }),
      getMetagraph: query({
        docs: 'A subnet with all its neurons.',
        args: { netuid },
        returns: option(metagraph),
        run: (ctx, args) => metagraphOf(ctx, args.netuid, options),
      }),
      getAllMechagraphs: query({
        docs: 'Every mechanism of every subnet with all its neurons.',
        args: {},
        returns: vec(option(metagraph)),
        run: (ctx) => allMechagraphs(ctx, options),
      }),
      getMechagraph: query({
        docs: 'One mechanism of a subnet with all its neurons.',
        args: { netuid, mecid: { type: u8, typeName: 'MechId' } },
        returns: option(metagraph),
        run: (ctx, args) => metagraphOf(ctx, args.netuid, options, args.mecid),
      }),
      getDynamicInfo: query({
        docs: 'Pool, emission and price of a subnet.',
        args: { netuid },
        returns: option(dynamicInfo),
        run: (ctx, args) => dynamicInfoOf(ctx, args.netuid),
      }),
      getSubnetState: query({
        docs: 'What the neurons of a subnet hold and earn.',
        args: { netuid },
        returns: option(subnetState),
        run: (ctx, args) => subnetStateOf(ctx, args.netuid, options),
      }),
      getSelectiveMetagraph: query({
        docs: 'Chosen fields of a subnet and its neurons.',
        args: { netuid, metagraphIndexes: indexes },
        returns: option(selectiveMetagraph),
        run: (ctx, args) => selectiveMetagraphOf(ctx, args.netuid, args.metagraphIndexes, options),
      }),
      getColdkeyAutoStakeHotkey: query({
        docs: "Where a coldkey's mining rewards on a subnet are staked.",
        args: { coldkey: account, netuid },
        returns: option(account),
        run: (ctx, { coldkey, netuid: id }) =>
          ctx.storage.subtensor.autoStakeDestination.get(coldkey, id),
      }),
      getSelectiveMechagraph: query({
        docs: 'Chosen fields of one mechanism of a subnet and its neurons.',
        args: { netuid, subid: { type: u8, typeName: 'MechId' }, metagraphIndexes: indexes },
        returns: option(selectiveMetagraph),
        run: (ctx, args) =>
          selectiveMechagraph(ctx, args.netuid, args.subid, args.metagraphIndexes, options),
      }),
      getSubnetToPrune: query({
        docs: 'The subnet that would make room for the next registration.',
        args: {},
        returns: option(netuid),
        run: subnetToPrune,
      }),
      getSubnetAccountId: query({
        docs: "The account that holds a subnet's TAO.",
        args: { netuid },
        returns: option(account),
        run: (ctx, args) =>
          args.netuid === ROOT_NETUID || ctx.storage.subtensor.networksAdded.exists(args.netuid)
            ? subnetAccountId(args.netuid)
            : undefined,
      }),
      getNextEpochStartBlock: query({
        docs: 'The block of the next epoch as it is scheduled now; it may lie in the past.',
        args: { netuid },
        returns: option(u64),
        run: (ctx, args) => {
          const { lastEpochBlock, pendingEpochAt, tempo } = ctx.storage.subtensor
          const id = args.netuid
          return nextEpochBlock(tempo.get(id), lastEpochBlock.get(id), pendingEpochAt.get(id))
        },
      }),
    },
    'Parameters, pools and neurons of subnets.',
  )
}
