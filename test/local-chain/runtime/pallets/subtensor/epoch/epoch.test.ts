/**
 * Goal: an epoch read from storage and written back leaves what the chain leaves.
 * Method: recorded epochs are laid out in storage, run, and read again, bit for bit.
 */

import { describe, expect, it } from 'vitest'
import { U16Pairs } from '../../../../../../local-chain/frame/u16-pairs.ts'
import type { Ctx } from '../../../../../../local-chain/runtime/context.ts'
import { runEpoch } from '../../../../../../local-chain/runtime/pallets/subtensor/epoch/index.ts'
import { mechanismIndex } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { type AccountId, accountId } from '../../../../../../src/primitives/account-id.ts'
import { eventNames, type TestChain, testChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import type { RecordedInput, Scenario } from '../../../../yuma/recorded-epochs.ts'

interface RecordedEpoch {
  name: string
  emission: string
  input: RecordedInput
  exact: Record<string, unknown>
}

const NETUID = 3
const NO_HASH = '0'.repeat(64)

const golden = hasShared ? sharedJson<RecordedEpoch[]>('vectors/yuma/golden.json') : []
const scenarios = hasShared ? sharedJson<Scenario[]>('vectors/yuma/mechanisms.json') : []
const epochs: RecordedEpoch[] = [
  ...golden,
  ...scenarios.flatMap(({ name, steps }) =>
    steps
      .filter(({ call }) => call === 'epoch_with_mechanisms')
      .map(({ emission, input, exact }) => ({ name, emission, input, exact })),
  ),
]

/** Accounts are small numbers in the files; only their order matters. */
const account = (number: number): AccountId =>
  accountId(number.toString(16).padStart(8, '0').padEnd(64, '0'))
const numberOf = (hotkey: AccountId): number => Number.parseInt(hotkey.slice(0, 8), 16)

function layOut(ctx: TestChain['ctx'], input: RecordedInput): void {
  const s = ctx.storage.subtensor
  ctx.blockNumber = input.block
  s.subnetworkN.set(NETUID, input.n)
  s.tempo.set(NETUID, input.tempo)
  s.lastMechansimStepBlock.set(NETUID, BigInt(input.lastMechanismStepBlock))
  s.activityCutoffFactorMilli.set(NETUID, input.activityCutoffFactorMilli)
  s.maxAllowedValidators.set(NETUID, input.maxAllowedValidators)
  s.kappa.set(NETUID, input.kappa)
  s.bondsPenalty.set(NETUID, input.bondsPenalty)
  s.bondsMovingAverage.set(NETUID, BigInt(input.bondsMovingAverage))
  s.liquidAlphaOn.set(NETUID, input.liquidAlpha)
  s.yuma3On.set(NETUID, input.yuma3)
  s.alphaSigmoidSteepness.set(NETUID, input.alphaSigmoidSteepness)
  s.alphaValues.set(NETUID, input.alphaValues)
  s.commitRevealWeightsEnabled.set(NETUID, input.commitReveal)
  s.subnetEpochIndex.set(NETUID, BigInt(input.currentEpoch))
  s.revealPeriodEpochs.set(NETUID, BigInt(input.revealPeriod))
  s.mechanismCountCurrent.set(NETUID, input.mechanismCount)
  if (input.mechanismEmissionSplit !== null) {
    s.mechanismEmissionSplit.set(NETUID, input.mechanismEmissionSplit)
  }
  s.stakeThreshold.set(BigInt(input.stakeThreshold))
  s.taoWeight.set(BigInt(input.taoWeight))
  s.validatorPermit.set(NETUID, input.validatorPermit)
  if (input.ownerHotkey !== null) s.subnetOwnerHotkey.set(NETUID, account(input.ownerHotkey))
  layOutNeurons(ctx, input)
  layOutMechanisms(ctx, input)
}

function layOutNeurons(ctx: Ctx, input: RecordedInput): void {
  const s = ctx.storage.subtensor
  input.hotkeys.forEach((hotkey, uid) => {
    s.keys.set(NETUID, uid, account(hotkey))
    s.uids.set(NETUID, account(hotkey), uid)
    s.blockAtRegistration.set(NETUID, uid, BigInt(input.blockAtRegistration[uid] ?? 0))
  })
  for (const [hotkey, stake] of Object.entries(input.alpha)) {
    s.totalHotkeyAlpha.set(account(Number(hotkey)), NETUID, BigInt(stake))
  }
  for (const [hotkey, stake] of Object.entries(input.rootStake)) {
    s.totalHotkeyAlpha.set(account(Number(hotkey)), 0, BigInt(stake))
  }
  for (const [map, relations] of [
    [s.parentKeys, input.parents],
    [s.childKeys, input.children],
  ] as const) {
    for (const [hotkey, list] of Object.entries(relations)) {
      const typed = list.map(([share, other]) => [BigInt(share), account(other)] as const)
      map.set(account(Number(hotkey)), NETUID, typed)
    }
  }
}

function layOutMechanisms(ctx: Ctx, input: RecordedInput): void {
  const s = ctx.storage.subtensor
  for (let mecid = 0; mecid < input.mechanismCount; mecid++) {
    const index = mechanismIndex(NETUID, mecid)
    const key = String(mecid)
    s.lastUpdate.set(index, (input.lastUpdate[key] ?? []).map(BigInt))
    for (const [uid, row] of Object.entries(input.weights[key] ?? {})) {
      s.weights.set(index, Number(uid), U16Pairs.of(row))
    }
    for (const [uid, row] of Object.entries(input.bonds[key] ?? {})) {
      s.bonds.set(index, Number(uid), U16Pairs.of(row))
    }
    for (const [hotkey, queue] of input.weightCommits[key] ?? []) {
      const commits = queue.map(
        ([epoch, block]) => [NO_HASH, BigInt(epoch), BigInt(block), 0n] as const,
      )
      s.weightCommits.set(index, account(hotkey), commits)
    }
    for (const [epoch, commits] of input.timelockedCommits[key] ?? []) {
      const typed = commits.map(
        ([hotkey, block]) => [account(hotkey), BigInt(block), new Uint8Array(), 0n] as const,
      )
      s.timelockedWeightCommits.set(index, BigInt(epoch), typed)
    }
  }
}

/** What is stored afterwards, in the shape of `exact`. */
function stored(ctx: Ctx, mechanismCount: number): Record<string, unknown> {
  const s = ctx.storage.subtensor
  const byMecid = <T>(read: (index: number) => T) =>
    Object.fromEntries(
      Array.from({ length: mechanismCount }, (_, mecid) => [
        String(mecid),
        read(mechanismIndex(NETUID, mecid)),
      ]),
    )
  return {
    active: s.active.get(NETUID),
    emission: s.emission.get(NETUID).map(String),
    consensus: s.consensus.get(NETUID),
    dividends: s.dividends.get(NETUID),
    validatorTrust: s.validatorTrust.get(NETUID),
    validatorPermit: s.validatorPermit.get(NETUID),
    stakeWeight: s.stakeWeight.get(NETUID),
    incentive: byMecid((index) => s.incentive.get(index)),
    bonds: byMecid((index) =>
      Object.fromEntries(s.bonds.entriesOf(index).map(([uid, row]) => [uid, [...row]])),
    ),
  }
}

describe.skipIf(!hasShared)('runEpoch on recorded states', () => {
  it.each(epochs)('$name', ({ emission, exact, input }) => {
    const chain = testChain()
    layOut(chain.ctx, input)
    const hotkeyEmission = runEpoch(chain.ctx, NETUID, BigInt(emission))

    const actual = stored(chain.ctx, input.mechanismCount)
    const { bonds, ...vectors } = actual
    for (const [field, value] of Object.entries(vectors)) expect(value, field).toEqual(exact[field])
    // Some records leave the bonds out.
    for (const [mecid, rows] of Object.entries(exact['bonds'] as Record<string, object>)) {
      if (Object.keys(rows).length === 0) continue
      expect((bonds as Record<string, object>)[mecid]).toEqual(rows)
    }
    if (exact['hotkeyEmission'] !== undefined) {
      expect(
        hotkeyEmission.map(([hotkey, server, validator]) => [
          numberOf(hotkey),
          String(server),
          String(validator),
        ]),
      ).toEqual(exact['hotkeyEmission'])
    }
    expect(eventNames(chain)).toEqual(
      Array.from(
        { length: input.mechanismCount },
        () => 'SubtensorModule.IncentiveAlphaEmittedToMiners',
      ),
    )
  })
})
