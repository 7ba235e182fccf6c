/**
 * Reads a live subnet: the state at the end of a block, as the epoch of the next block would see it.
 *
 * Source: ../shared/spec/yuma.md section 2 (storage), ../shared/spec/block-pipeline.md (pending
 * emission). Chains before spec 425 lack some items; what stood in their place is read instead.
 *
 * @module
 */
import type {
  AccountKey,
  EpochInput,
  MechanismInput,
  PairsJson,
  StakeShare,
  StoredRow,
} from '../../../local-chain/yuma/index.ts'
import { mechanismStorageIndex, U16Pairs } from '../../../local-chain/yuma/index.ts'
import type { View } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Decode } from '../../primitives/ss58.ts'
import { TaoError } from '../../primitives/tao-error.ts'
import { subnetNotFound } from '../errors.ts'
import { U16_ONE } from './decimals.ts'
import { invalidEpoch } from './errors.ts'
import type { Job } from './load.ts'

/** Accounts of storage, as addresses. */
type Address = string
type Shares = readonly (readonly [bigint, Address])[]

/**
 * @param emission  what is handed out: a whole tempo's, or what is pending at this block
 * @throws TaoError SUBNET_NOT_FOUND, NOT_ON_THIS_CHAIN, INVALID_EPOCH (root has no epoch)
 */
export async function readSubnet(
  view: View,
  netuid: number,
  emission: 'tempo' | 'pending' = 'tempo',
): Promise<Job> {
  if (netuid === 0) throw invalidEpoch('--netuid', 'root (subnet 0) runs no epoch')
  const get = <T>(name: string, ...keys: (number | string)[]): Promise<T> =>
    view.storage<T>(`SubtensorModule.${name}`, ...keys)
  if (!(await get<boolean>('NetworksAdded', netuid))) throw subnetNotFound(netuid)

  const n = await get<number>('SubnetworkN', netuid)
  const held = await view.entries<[number, number], Address>('SubtensorModule.Keys', netuid)
  const hotkeys: (AccountId | undefined)[] = []
  for (const { keys, value } of held) hotkeys[keys[1]] = ss58Decode(value).accountId
  const [tempo, owner, commitReveal, mechanismCount] = await Promise.all([
    get<number>('Tempo', netuid),
    ownerOf(view, netuid),
    get<boolean>('CommitRevealWeightsEnabled', netuid),
    get<number>('MechanismCountCurrent', netuid),
  ])
  const registered = view.storages<bigint>(
    'SubtensorModule.BlockAtRegistration',
    Array.from(hotkeys, (_, uid) => [netuid, uid]),
  )
  const mechanisms: MechanismInput<AccountId>[] = []
  for (let mecid = 0; mecid < mechanismCount; mecid += 1) {
    mechanisms.push(await readMechanism(view, mechanismStorageIndex(netuid, mecid), commitReveal))
  }
  const input: EpochInput<AccountKey> = {
    n,
    block: BigInt(view.number) + 1n,
    tempo,
    lastMechanismStepBlock: await get<bigint>('LastMechansimStepBlock', netuid),
    activityCutoffFactorMilli: await activityCutoff(view, netuid, tempo),
    hotkeys: Array.from(hotkeys),
    ownerHotkey: owner,
    blockAtRegistration: await registered,
    validatorPermit: await get<boolean[]>('ValidatorPermit', netuid),
    maxAllowedValidators: await get<number>('MaxAllowedValidators', netuid),
    kappa: await get<number>('Kappa', netuid),
    bondsMovingAverage: await get<bigint>('BondsMovingAverage', netuid),
    bondsPenalty: await get<number>('BondsPenalty', netuid),
    liquidAlpha: await get<boolean>('LiquidAlphaOn', netuid),
    yuma3: await get<boolean>('Yuma3On', netuid),
    alphaValues: await get<[number, number]>('AlphaValues', netuid),
    alphaSigmoidSteepness: await get<number>('AlphaSigmoidSteepness', netuid),
    stakeThreshold: await get<bigint>('StakeThreshold'),
    taoWeight: await get<bigint>('TaoWeight'),
    ...(await readStake(view, netuid, hotkeys)),
    commitReveal,
    currentEpoch: (await epochIndex(view, netuid, tempo)) + 1n,
    revealPeriod: await get<bigint>('RevealPeriodEpochs', netuid),
    mechanismCount,
    mechanismEmissionSplit:
      (await get<number[] | null>('MechanismEmissionSplit', netuid)) ?? undefined,
    mechanisms,
  }
  const names: string[] = []
  for (const { keys, value } of held) names[keys[1]] = value
  return {
    label: `subnet ${netuid} after block ${view.number}`,
    setup: {
      step: {
        call: 'epoch_with_mechanisms',
        mecid: 0,
        emission: await (emission === 'tempo'
          ? tempoEmission(view, netuid, tempo)
          : pending(view, netuid)),
        input,
      },
      names: Array.from(names),
    },
    epochs: undefined,
    variants: {},
    recorded: undefined,
  }
}

/** What the miners and validators of the subnet wait for at the moment, rao of alpha. */
async function pending(view: View, netuid: number): Promise<bigint> {
  const names = ['PendingServerEmission', 'PendingValidatorEmission', 'PendingRootAlphaDivs']
  const parts = await Promise.all(
    names.map((name) => view.storage<bigint>(`SubtensorModule.${name}`, netuid)),
  )
  return parts.reduce((sum, part) => sum + part, 0n)
}

/** What a whole tempo pays to miners and validators at the latest block's rate, rao of alpha. */
async function tempoEmission(view: View, netuid: number, tempo: number): Promise<bigint> {
  const [perBlock, ownerCut, isCut] = await Promise.all([
    view.storage<bigint>('SubtensorModule.SubnetAlphaOutEmission', netuid),
    view.storage<number>('SubtensorModule.SubnetOwnerCut'),
    ifThere(view.storage<boolean>('SubtensorModule.OwnerCutEnabled', netuid)),
  ])
  const cut = isCut === false ? 0n : (perBlock * BigInt(ownerCut)) / U16_ONE
  return (perBlock - cut) * BigInt(tempo)
}

async function readMechanism(
  view: View,
  index: number,
  commitReveal: boolean,
): Promise<MechanismInput<AccountId>> {
  const [lastUpdate, weights, bonds] = await Promise.all([
    view.storage<bigint[]>('SubtensorModule.LastUpdate', index),
    view.entries<[number, number], PairsJson>('SubtensorModule.Weights', index),
    view.entries<[number, number], PairsJson>('SubtensorModule.Bonds', index),
  ])
  const commits = commitReveal ? await readCommits(view, index) : NO_COMMITS
  return { lastUpdate, weights: rowsOf(weights), bonds: rowsOf(bonds), ...commits }
}

const NO_COMMITS = { weightCommits: [], timelockedCommits: [] }

async function readCommits(
  view: View,
  index: number,
): Promise<Pick<MechanismInput<AccountId>, 'weightCommits' | 'timelockedCommits'>> {
  type Queue = readonly (readonly [string, bigint, bigint, bigint])[]
  type Commits = readonly (readonly [Address, bigint, string, bigint])[]
  const [queues, timelocked] = await Promise.all([
    view.entries<[number, Address], Queue>('SubtensorModule.WeightCommits', index),
    view.entries<[number, bigint], Commits>('SubtensorModule.TimelockedWeightCommits', index),
  ])
  return {
    weightCommits: queues.map(({ keys, value }) => [
      ss58Decode(keys[1]).accountId,
      value.map(([, epoch, block]) => [epoch, block] as const),
    ]),
    timelockedCommits: timelocked.map(({ keys, value }) => [
      keys[1],
      value.map(([who, block]) => [ss58Decode(who).accountId, block] as const),
    ]),
  }
}

function rowsOf(
  entries: readonly { keys: readonly [number, number]; value: PairsJson }[],
): (StoredRow | undefined)[] {
  const rows: (StoredRow | undefined)[] = []
  for (const { keys, value } of entries) rows[keys[1]] = U16Pairs.of(value)
  return Array.from(rows)
}

/** Stake and relations of the subnet's hotkeys, and the stake of their parents. */
async function readStake(
  view: View,
  netuid: number,
  hotkeys: readonly (AccountId | undefined)[],
): Promise<Pick<EpochInput<AccountKey>, 'alpha' | 'rootStake' | 'parents' | 'children'>> {
  const members = hotkeys.filter((hotkey) => hotkey !== undefined)
  const keys = members.map((hotkey) => [hotkey, netuid])
  const [above, below] = await Promise.all([
    view.storages<Shares>('SubtensorModule.ParentKeys', keys),
    view.storages<Shares>('SubtensorModule.ChildKeys', keys),
  ])
  const parents = relations(members, above)
  const grown = [...parents.values()].flat().map(([, parent]) => parent as AccountId)
  const accounts = [...new Set([...members, ...grown])]
  const stakes = async (subnet: number): Promise<Map<AccountKey, bigint>> => {
    const found = await view.storages<bigint>(
      'SubtensorModule.TotalHotkeyAlpha',
      accounts.map((account) => [account, subnet]),
    )
    return new Map(accounts.map((account, i) => [account, found[i] ?? 0n]))
  }
  const [alpha, rootStake] = await Promise.all([stakes(netuid), stakes(0)])
  return { alpha, rootStake, parents, children: relations(members, below) }
}

function relations(
  members: readonly AccountId[],
  found: readonly Shares[],
): Map<AccountKey, StakeShare<AccountKey>[]> {
  const related = members.flatMap((hotkey, i) => {
    const shares = (found[i] ?? []).map(
      ([share, other]) => [share, ss58Decode(other).accountId] as const,
    )
    return shares.length === 0 ? [] : [[hotkey, shares] as const]
  })
  return new Map(related)
}

/** `try_get` on the chain: an absent owner is no owner, not the default account. */
async function ownerOf(view: View, netuid: number): Promise<AccountId | undefined> {
  const address = await view.storage<Address>('SubtensorModule.SubnetOwnerHotkey', netuid)
  const { accountId } = ss58Decode(address)
  return /^0+$/.test(accountId) ? undefined : accountId
}

/** Before spec 425 the cutoff was a number of blocks. */
async function activityCutoff(view: View, netuid: number, tempo: number): Promise<number> {
  const factor = await ifThere(
    view.storage<number>('SubtensorModule.ActivityCutoffFactorMilli', netuid),
  )
  if (factor !== undefined) return factor
  const blocks = await view.storage<number>('SubtensorModule.ActivityCutoff', netuid)
  return tempo === 0 ? 0 : Math.ceil((blocks * 1000) / tempo)
}

/** Before spec 425 epochs were counted by the block number. */
async function epochIndex(view: View, netuid: number, tempo: number): Promise<bigint> {
  const index = await ifThere(view.storage<bigint>('SubtensorModule.SubnetEpochIndex', netuid))
  return index ?? BigInt(view.number + netuid + 1) / BigInt(tempo + 1)
}

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof TaoError && error.code === 'NOT_ON_THIS_CHAIN') return undefined
    throw error
  }
}
