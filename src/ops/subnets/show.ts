/**
 * One subnet with its neurons: the metagraph, in btcli's shape with the epoch's results added.
 *
 * Source: ../shared/spec/cli-stake-subnets.md section 8.
 *
 * @module
 */
import type { View } from '../../chain/read.ts'
import { ExitCode, TaoError } from '../../primitives/tao-error.ts'
import { subnetNotFound } from '../errors.ts'
import { taoNumber, u16Share } from '../units.ts'
import { readSubnet, type SubnetInfo, utf8 } from './subnet-info.ts'

/** What a neuron does, read off its permit and its results. */
export type NeuronRole = 'owner' | 'validator' | 'miner'

export interface NeuronJson {
  readonly uid: number
  /** Stake weight in alpha: own and inherited alpha, and root stake at the chain's TAO weight. */
  readonly stake: number
  readonly alpha_stake: number
  readonly tao_stake: number
  readonly dividends: number
  readonly incentive: number
  /** Alpha of the last epoch. */
  readonly emissions: number
  readonly hotkey: string
  readonly coldkey: string
  readonly identity: string
  readonly claim_type: string | null
  readonly claim_type_subnets: readonly number[] | null
  readonly role: NeuronRole
  readonly active: boolean
  readonly validator_permit: boolean
  readonly validator_trust: number
  readonly consensus: number
  readonly last_update: number
  readonly block_at_registration: number
}

export interface SubnetShowJson {
  readonly netuid: number
  readonly mechanism_id: number
  readonly mechanism_count: number
  readonly name: string
  readonly owner: string
  readonly owner_identity: string
  readonly rate: number
  readonly emission: number
  readonly tao_pool: number
  readonly alpha_pool: number
  readonly tempo: { readonly block_since_last_step: number; readonly tempo: number }
  readonly registration_cost: number
  readonly block: number
  readonly uids: readonly NeuronJson[]
}

/** `SubnetState` of the runtime API; every list by uid. */
interface SubnetState {
  readonly hotkeys: readonly string[]
  readonly coldkeys: readonly string[]
  readonly active: readonly boolean[]
  readonly validatorPermit: readonly boolean[]
  readonly lastUpdate: readonly bigint[]
  readonly emission: readonly bigint[]
  readonly dividends: readonly number[]
  readonly incentives: readonly number[]
  readonly consensus: readonly number[]
  readonly blockAtRegistration: readonly bigint[]
  readonly alphaStake: readonly bigint[]
  readonly taoStake: readonly bigint[]
  readonly totalStake: readonly bigint[]
}

type ClaimType = string | { readonly KeepSubnets: { readonly subnets: readonly number[] } }

/** Mechanisms are numbered above the subnet in the same u16. */
const MECHANISM_STRIDE = 4096

/** @throws TaoError SUBNET_NOT_FOUND, MECHANISM_NOT_FOUND */
export async function showSubnet(
  view: View,
  { netuid, mechid = 0, sort = false }: { netuid: number; mechid?: number; sort?: boolean },
): Promise<SubnetShowJson> {
  const info = await readSubnet(view, netuid)
  const [state, mechanisms, burn, trust, incentives] = await Promise.all([
    view.api<SubnetState | null>('SubnetInfoRuntimeApi.get_subnet_state', netuid),
    view.storage<number>('SubtensorModule.MechanismCountCurrent', netuid),
    view.storage<bigint>('SubtensorModule.Burn', netuid),
    view.storage<readonly number[]>('SubtensorModule.ValidatorTrust', netuid),
    view.storage<readonly number[]>(
      'SubtensorModule.Incentive',
      mechid * MECHANISM_STRIDE + netuid,
    ),
  ])
  if (state === null) throw subnetNotFound(netuid)
  if (mechid >= mechanisms) throw mechanismNotFound(netuid, mechid, mechanisms)
  const uids = await readNeurons(view, info, { ...state, incentives }, trust)
  return {
    netuid,
    mechanism_id: mechid,
    mechanism_count: mechanisms,
    name: `: ${info.symbol} ${info.name}`,
    owner: info.ownerColdkey,
    owner_identity: (await identities(view, [info.ownerColdkey]))[0] ?? '',
    rate: taoNumber(info.priceRao),
    emission: taoNumber(info.taoInEmission),
    tao_pool: taoNumber(info.taoIn),
    alpha_pool: taoNumber(info.alphaIn),
    tempo: { block_since_last_step: Number(info.blocksSinceLastStep), tempo: info.tempo },
    registration_cost: taoNumber(burn),
    block: view.number,
    uids: sort ? uids : [...uids].sort(ownerThenStake(info)),
  }
}

async function readNeurons(
  view: View,
  info: SubnetInfo,
  state: SubnetState,
  trust: readonly number[],
): Promise<NeuronJson[]> {
  const [names, claims, taoWeight] = await Promise.all([
    identities(view, state.coldkeys),
    view.storages<ClaimType>(
      'SubtensorModule.RootClaimType',
      state.coldkeys.map((coldkey) => [coldkey]),
    ),
    view.storage<bigint>('SubtensorModule.TaoWeight'),
  ])
  return state.hotkeys.map((hotkey, uid): NeuronJson => {
    const coldkey = state.coldkeys[uid] ?? hotkey
    const claim = claims[uid]
    const permit = state.validatorPermit[uid] ?? false
    const dividends = state.dividends[uid] ?? 0
    const incentive = state.incentives[uid] ?? 0
    return {
      uid,
      stake: taoNumber(state.totalStake[uid] ?? 0n),
      alpha_stake: taoNumber(state.alphaStake[uid] ?? 0n),
      tao_stake: taoNumber(((state.taoStake[uid] ?? 0n) * taoWeight) / U64_MAX),
      dividends: u16Share(dividends),
      incentive: u16Share(incentive),
      emissions: taoNumber(state.emission[uid] ?? 0n),
      hotkey,
      coldkey,
      identity: ownerMark(names[uid] ?? '', hotkey === info.ownerHotkey, coldkey, info),
      claim_type: typeof claim === 'object' ? 'KeepSubnets' : (claim ?? null),
      claim_type_subnets: typeof claim === 'object' ? claim.KeepSubnets.subnets : null,
      role: roleOf({ isOwner: hotkey === info.ownerHotkey, permit, dividends, incentive }),
      active: state.active[uid] ?? false,
      validator_permit: permit,
      validator_trust: u16Share(trust[uid] ?? 0),
      consensus: u16Share(state.consensus[uid] ?? 0),
      last_update: Number(state.lastUpdate[uid] ?? 0n),
      block_at_registration: Number(state.blockAtRegistration[uid] ?? 0n),
    }
  })
}

const U64_MAX = 18_446_744_073_709_551_615n

/** A permit goes to the biggest stakes, those of miners too; what was earned shows the work. */
function roleOf(facts: {
  isOwner: boolean
  permit: boolean
  dividends: number
  incentive: number
}): NeuronRole {
  if (facts.isOwner) return 'owner'
  if (facts.dividends > 0) return 'validator'
  return facts.permit && facts.incentive === 0 ? 'validator' : 'miner'
}

function ownerMark(
  name: string,
  isOwnerHotkey: boolean,
  coldkey: string,
  info: SubnetInfo,
): string {
  if (isOwnerHotkey) return name === '' ? '(*Owner controlled)' : `${name} (*Owner)`
  return coldkey === info.ownerColdkey ? '(*Owner controlled)' : name
}

async function identities(view: View, coldkeys: readonly string[]): Promise<string[]> {
  const found = await view.storages<{ readonly name: string } | null>(
    'SubtensorModule.IdentitiesV2',
    coldkeys.map((coldkey) => [coldkey]),
  )
  return found.map((identity) => (identity === null ? '' : utf8(identity.name)))
}

function ownerThenStake(info: SubnetInfo): (a: NeuronJson, b: NeuronJson) => number {
  const rank = ({ coldkey }: NeuronJson): number => (coldkey === info.ownerColdkey ? 0 : 1)
  return (a, b) => rank(a) - rank(b) || b.stake - a.stake || a.uid - b.uid
}

function mechanismNotFound(netuid: number, mechid: number, count: number): TaoError {
  return new TaoError(
    'MECHANISM_NOT_FOUND',
    `subnet ${netuid} has ${count} mechanism${count === 1 ? '' : 's'}, none with number ${mechid}`,
    {
      exitCode: ExitCode.rejected,
      suggestions: [`--mechid 0 to --mechid ${count - 1}`],
      data: { netuid, mechid, count },
    },
  )
}

/** Columns of the metagraph. */
export const METAGRAPH_COLUMNS = [
  { title: 'UID', numeric: true },
  { title: 'HOTKEY' },
  { title: 'COLDKEY', spare: true },
  { title: 'ROLE' },
  { title: 'STAKE', numeric: true },
  { title: 'ALPHA', numeric: true, spare: true },
  { title: 'TAO', numeric: true, spare: true },
  { title: 'TRUST', numeric: true, spare: true },
  { title: 'CONSENSUS', numeric: true },
  { title: 'INCENTIVE', numeric: true },
  { title: 'DIVIDENDS', numeric: true },
  { title: 'EMISSION ALPHA', numeric: true },
  { title: 'IDENTITY', spare: true },
]

/** Texts of the metagraph. Addresses are cut to 6 characters unless `full`. */
export function metagraphRows(json: SubnetShowJson, full: boolean): string[][] {
  const address = (text: string): string => (full ? text : text.slice(0, 6))
  return json.uids.map((neuron) => [
    String(neuron.uid),
    address(neuron.hotkey),
    address(neuron.coldkey),
    neuron.role,
    neuron.stake.toFixed(4),
    neuron.alpha_stake.toFixed(4),
    neuron.tao_stake.toFixed(4),
    neuron.validator_trust.toFixed(4),
    neuron.consensus.toFixed(4),
    neuron.incentive.toFixed(4),
    neuron.dividends.toFixed(4),
    neuron.emissions.toFixed(4),
    neuron.identity === '' ? '~' : neuron.identity,
  ])
}

/** Facts about the subnet below its metagraph. */
export function subnetFacts(json: SubnetShowJson): [string, string][] {
  const { tempo } = json
  return [
    ['Subnet', `${json.netuid}${json.name}`],
    ['Block', String(json.block)],
    ['Owner', json.owner_identity === '' ? json.owner : `${json.owner_identity} (${json.owner})`],
    ['Rate', `${json.rate} TAO/alpha`],
    ['Emission', `${json.emission} TAO/block`],
    ['TAO pool', `${json.tao_pool} TAO`],
    ['Alpha pool', `${json.alpha_pool} alpha`],
    ['Tempo', `${tempo.block_since_last_step}/${tempo.tempo}`],
    ['Registration cost', `${json.registration_cost} TAO (recycled)`],
    ['Mechanism', `${json.mechanism_id} of ${json.mechanism_count}`],
  ]
}
