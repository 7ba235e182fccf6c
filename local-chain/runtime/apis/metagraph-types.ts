/**
 * Types of the metagraph, whole and by chosen fields.
 *
 * Source: ../shared/spec/runtime-api.md section 1.2, spec 425.
 *
 * @module
 */
import {
  type FieldSpec,
  type FieldSpecs,
  type FieldValue,
  named,
  option,
  struct,
  tuple,
  vec,
} from '../../frame/types/combinators.ts'
import { i96f32 } from '../../frame/types/common.ts'
import { bool } from '../../frame/types/primitives.ts'
import type { AnyType, Type, TypeOf } from '../../frame/types/type.ts'
import { axonInfo, chainIdentityV2, subnetIdentityV3 } from '../pallets/subtensor/types.ts'
import {
  account,
  accountParam,
  cAlpha,
  cNetuid,
  compactBytes,
  cTao,
  cU16,
  cU64,
  cU128,
  RPC_INFO,
} from './types.ts'

/** Every field but the netuid; a field's position, counted from 1, is its index for clients. */
const fields = {
  name: compactBytes,
  symbol: compactBytes,
  identity: option(subnetIdentityV3),
  networkRegisteredAt: cU64,
  ownerHotkey: account,
  ownerColdkey: account,
  block: cU64,
  tempo: cU16,
  lastStep: cU64,
  blocksSinceLastStep: cU64,
  subnetEmission: cU64,
  alphaIn: cAlpha,
  alphaOut: cAlpha,
  taoIn: cTao,
  alphaOutEmission: cAlpha,
  alphaInEmission: cAlpha,
  taoInEmission: cTao,
  pendingAlphaEmission: cAlpha,
  pendingRootEmission: cTao,
  subnetVolume: cU128,
  movingPrice: i96f32,
  rho: cU16,
  kappa: cU16,
  minAllowedWeights: cU16,
  maxWeightsLimit: cU16,
  weightsVersion: cU64,
  weightsRateLimit: cU64,
  activityCutoff: cU64,
  maxValidators: cU16,
  numUids: cU16,
  maxUids: cU16,
  burn: cTao,
  difficulty: cU64,
  registrationAllowed: bool,
  powRegistrationAllowed: bool,
  immunityPeriod: cU16,
  minDifficulty: cU64,
  maxDifficulty: cU64,
  minBurn: cTao,
  maxBurn: cTao,
  adjustmentAlpha: cU64,
  adjustmentInterval: cU16,
  targetRegsPerInterval: cU16,
  maxRegsPerBlock: cU16,
  servingRateLimit: cU64,
  commitRevealWeightsEnabled: bool,
  commitRevealPeriod: cU64,
  liquidAlphaEnabled: bool,
  alphaHigh: cU16,
  alphaLow: cU16,
  bondsMovingAvg: cU64,
  hotkeys: vec(account),
  coldkeys: vec(account),
  identities: named('Vec<Option<ChainIdentityOfV2>>', vec(option(chainIdentityV2))),
  axons: vec(axonInfo),
  active: vec(bool),
  validatorPermit: vec(bool),
  pruningScore: vec(cU16),
  lastUpdate: vec(cU64),
  emission: vec(cAlpha),
  dividends: vec(cU16),
  incentives: vec(cU16),
  consensus: vec(cU16),
  trust: vec(cU16),
  rank: vec(cU16),
  blockAtRegistration: vec(cU64),
  alphaStake: vec(cAlpha),
  taoStake: vec(cTao),
  totalStake: vec(cTao),
  taoDividendsPerHotkey: vec(tuple(account, cTao)),
  alphaDividendsPerHotkey: vec(tuple(account, cAlpha)),
}

export type MetagraphField = keyof typeof fields

/** Fields by index; index 0 is the netuid. */
export const METAGRAPH_FIELDS = Object.keys(fields) as MetagraphField[]
/** Indices of the two fields that only the selective form has. */
export const VALIDATORS_INDEX = METAGRAPH_FIELDS.length + 1
export const COMMITMENTS_INDEX = METAGRAPH_FIELDS.length + 2

export const metagraph = struct(
  `${RPC_INFO}::metagraph::Metagraph`,
  { netuid: cNetuid, ...fields },
  accountParam,
)
export type Metagraph = TypeOf<typeof metagraph>

/** A value that may be left out; boxed, because the value may be an absent option itself. */
export interface Chosen<T> {
  readonly value: T
}

/** `Option<T>` that keeps apart a field left out and a field whose value is none. */
function chosen<T>(inner: Type<T>): Type<Chosen<T> | undefined> {
  const plain = option(inner)
  return {
    ...plain,
    write(w, value) {
      w.u8(value === undefined ? 0 : 1)
      if (value !== undefined) inner.write(w, value.value)
    },
    read: (r) => (r.u8() === 0 ? undefined : { value: inner.read(r) }),
  }
}

type ChosenFields<F extends FieldSpecs> = {
  readonly [K in keyof F]: FieldSpec<Chosen<FieldValue<F[K]>> | undefined>
}

function chosenFields<F extends FieldSpecs>(specs: F): ChosenFields<F> {
  const entries = Object.entries(specs).map(([name, spec]) => {
    const type: AnyType = 'def' in spec ? spec : spec.type
    const typeName = ('def' in spec ? undefined : spec.typeName) ?? type.typeName
    return [name, named(`Option<${typeName}>`, chosen(type))] as const
  })
  return Object.fromEntries(entries) as ChosenFields<F>
}

export const selectiveMetagraph = struct(
  `${RPC_INFO}::metagraph::SelectiveMetagraph`,
  {
    netuid: cNetuid,
    ...chosenFields(fields),
    validators: named('Option<Vec<Compact<u16>>>', chosen(vec(cU16))),
    commitments: named(
      'Option<Vec<(AccountId, Vec<Compact<u8>>)>>',
      chosen(vec(tuple(account, compactBytes))),
    ),
  },
  accountParam,
)
export type SelectiveMetagraph = TypeOf<typeof selectiveMetagraph>
