/**
 * Reads from storage what the epoch of one subnet needs.
 *
 * Source: ../shared/spec/yuma.md section 2.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { EpochInput, MechanismInput, StakeShare, StoredRow } from '../../../../yuma/index.ts'
import type { Ctx } from '../../../context.ts'
import { mechanismIndex } from '../subnets/lookup.ts'

/** The state of a subnet as the epoch sees it. Stake of this epoch's emission is not in it yet. */
export function gatherEpoch(ctx: Ctx, netuid: number): EpochInput<AccountId> {
  const s = ctx.storage.subtensor
  const hotkeys = hotkeysByUid(ctx, netuid)
  const commitReveal = s.commitRevealWeightsEnabled.get(netuid)
  const mechanismCount = s.mechanismCountCurrent.get(netuid)
  return {
    n: s.subnetworkN.get(netuid),
    block: BigInt(ctx.blockNumber),
    tempo: s.tempo.get(netuid),
    lastMechanismStepBlock: s.lastMechansimStepBlock.get(netuid),
    activityCutoffFactorMilli: s.activityCutoffFactorMilli.get(netuid),
    hotkeys,
    ownerHotkey: s.subnetOwnerHotkey.exists(netuid) ? s.subnetOwnerHotkey.get(netuid) : undefined,
    blockAtRegistration: hotkeys.map((_, uid) => s.blockAtRegistration.get(netuid, uid)),
    validatorPermit: s.validatorPermit.get(netuid),
    maxAllowedValidators: s.maxAllowedValidators.get(netuid),
    kappa: s.kappa.get(netuid),
    bondsMovingAverage: s.bondsMovingAverage.get(netuid),
    bondsPenalty: s.bondsPenalty.get(netuid),
    liquidAlpha: s.liquidAlphaOn.get(netuid),
    yuma3: s.yuma3On.get(netuid),
    alphaValues: s.alphaValues.get(netuid),
    alphaSigmoidSteepness: s.alphaSigmoidSteepness.get(netuid),
    stakeThreshold: s.stakeThreshold.get(),
    taoWeight: s.taoWeight.get(),
    ...gatherStake(ctx, netuid, hotkeys),
    commitReveal,
    currentEpoch: s.subnetEpochIndex.get(netuid),
    revealPeriod: s.revealPeriodEpochs.get(netuid),
    mechanismCount,
    mechanismEmissionSplit: s.mechanismEmissionSplit.get(netuid),
    mechanisms: Array.from({ length: mechanismCount }, (_, mecid) =>
      gatherMechanism(ctx, mechanismIndex(netuid, mecid), commitReveal),
    ),
  }
}

/** `Keys` by uid; a uid that nobody holds is a hole. */
function hotkeysByUid(ctx: Ctx, netuid: number): (AccountId | undefined)[] {
  const byUid: (AccountId | undefined)[] = []
  for (const [uid, hotkey] of ctx.storage.subtensor.keys.entriesOf(netuid)) {
    while (byUid.length <= uid) byUid.push(undefined)
    byUid[uid] = hotkey
  }
  return byUid
}

/** Stake and relations of the subnet's hotkeys, and the stake of their parents. */
export function gatherStake(
  ctx: Ctx,
  netuid: number,
  hotkeys: readonly (AccountId | undefined)[],
): Pick<EpochInput<AccountId>, 'alpha' | 'rootStake' | 'parents' | 'children'> {
  const { childKeys, parentKeys, totalHotkeyAlpha } = ctx.storage.subtensor
  const alpha = new Map<AccountId, bigint>()
  const rootStake = new Map<AccountId, bigint>()
  const parents = new Map<AccountId, readonly StakeShare<AccountId>[]>()
  const children = new Map<AccountId, readonly StakeShare<AccountId>[]>()
  const readStake = (hotkey: AccountId): void => {
    if (alpha.has(hotkey)) return
    alpha.set(hotkey, totalHotkeyAlpha.get(hotkey, netuid))
    rootStake.set(hotkey, totalHotkeyAlpha.get(hotkey, 0))
  }
  for (const hotkey of hotkeys) {
    if (hotkey === undefined) continue
    readStake(hotkey)
    const above = parentKeys.get(hotkey, netuid)
    if (above.length > 0) parents.set(hotkey, above)
    for (const [, parent] of above) readStake(parent)
    const below = childKeys.get(hotkey, netuid)
    if (below.length > 0) children.set(hotkey, below)
  }
  return { alpha, rootStake, parents, children }
}

function gatherMechanism(
  ctx: Ctx,
  index: number,
  commitReveal: boolean,
): MechanismInput<AccountId> {
  const s = ctx.storage.subtensor
  return {
    lastUpdate: s.lastUpdate.get(index),
    weights: rowsByUid(s.weights.entriesOf(index)),
    bonds: rowsByUid(s.bonds.entriesOf(index)),
    // Commits only hide weights while commit-reveal is on.
    weightCommits: commitReveal
      ? s.weightCommits
          .entriesOf(index)
          .map(([who, queue]) => [who, queue.map(([, epoch, block]) => [epoch, block] as const)])
      : [],
    timelockedCommits: commitReveal
      ? s.timelockedWeightCommits
          .entriesOf(index)
          .map(([epoch, commits]) => [epoch, commits.map(([who, block]) => [who, block] as const)])
      : [],
  }
}

function rowsByUid(entries: readonly (readonly [number, StoredRow])[]): (StoredRow | undefined)[] {
  const rows: (StoredRow | undefined)[] = []
  for (const [uid, row] of entries) {
    while (rows.length <= uid) rows.push(undefined)
    rows[uid] = row
  }
  return rows
}
