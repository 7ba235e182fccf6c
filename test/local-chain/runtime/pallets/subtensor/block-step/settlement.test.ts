/**
 * Goal: an epoch's pots are divided and paid out as on the chain.
 * Method: recorded scenarios. They name accounts by letters; a letter's place decides its account.
 */
import { describe, expect, it } from 'vitest'
import { U96F32 } from '../../../../../../local-chain/frame/fixed/index.ts'
import type { Ctx } from '../../../../../../local-chain/runtime/context.ts'
import { divideDividends } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/dividends.ts'
import { payIncentives } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/payouts.ts'
import {
  distributeEmission,
  earnedShares,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/settlement.ts'
import { increaseStake } from '../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import { eventNames, testAccount, testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors, within } from './support.ts'

type ByName<T> = Readonly<Record<string, T>>
type EpochOutput = [hotkey: string, incentive: string, dividend: string][]
type Relations = ByName<[share: string, hotkey: string][]>

interface DistributeInputs {
  neurons: ByName<{ alpha: string; root?: string; owner: string | null; take?: number }>
  tao_weight_u64: string
  pending: { server: string; validator: string; root: string }
  parents: Relations
  children: Relations
  childkey_take_u16: ByName<number>
  epoch_output: EpochOutput
}
type DistributeExpected = ByName<{ alpha?: string; dividends?: string }>

const NETUID = 1

/** Distinct accounts in the order of their names. */
const account = (name: string): AccountId => {
  const bytes = Buffer.alloc(32)
  bytes.write(name, 'ascii')
  return bytes.toString('hex') as AccountId
}
const emissionsOf = (output: EpochOutput) =>
  output.map(
    ([hotkey, incentive, dividend]) =>
      [account(hotkey), BigInt(incentive), BigInt(dividend)] as const,
  )

function setRelations(ctx: Ctx, inputs: Pick<DistributeInputs, 'parents' | 'children'>): void {
  const { childKeys, parentKeys } = ctx.storage.subtensor
  for (const [map, relations] of [
    [parentKeys, inputs.parents],
    [childKeys, inputs.children],
  ] as const) {
    for (const [hotkey, list] of Object.entries(relations)) {
      map.set(
        account(hotkey),
        NETUID,
        list.map(([share, other]) => [BigInt(share), account(other)]),
      )
    }
  }
}

describe.skipIf(!hasShared)('settlement vectors', () => {
  it.each(emissionVectors<DistributeInputs, DistributeExpected>('settle', 'distribute_emission'))(
    '$name',
    ({ inputs, expected, tolerance }) => {
      const { ctx } = testChain()
      const s = ctx.storage.subtensor
      s.taoWeight.set(BigInt(inputs.tao_weight_u64))
      for (const [name, neuron] of Object.entries(inputs.neurons)) {
        const hotkey = account(name)
        const coldkey = account(neuron.owner ?? `${name} staker`)
        if (neuron.owner !== null) s.owner.set(hotkey, coldkey)
        if (neuron.take !== undefined) s.delegates.set(hotkey, neuron.take)
        increaseStake(ctx, { hotkey, coldkey, netuid: NETUID, amount: BigInt(neuron.alpha) })
        increaseStake(ctx, { hotkey, coldkey, netuid: 0, amount: BigInt(neuron.root ?? 0) })
      }
      for (const [name, take] of Object.entries(inputs.childkey_take_u16)) {
        s.childkeyTake.set(account(name), NETUID, take)
      }
      setRelations(ctx, inputs)
      const pots = {
        netuid: NETUID,
        server: BigInt(inputs.pending.server),
        validator: BigInt(inputs.pending.validator),
        root: BigInt(inputs.pending.root),
        owner: 0n,
      }
      distributeEmission(ctx, pots, emissionsOf(inputs.epoch_output))
      for (const [name, { alpha, dividends }] of Object.entries(expected)) {
        const total = s.totalHotkeyAlpha.get(account(name), NETUID)
        const near = (actual: bigint, wanted: string) => {
          const isNear = within(actual, BigInt(wanted), BigInt(tolerance.abs ?? 0))
          expect(isNear, `${name} has ${actual}, expected ${wanted}`).toBe(true)
        }
        if (alpha !== undefined) near(total, alpha)
        if (dividends !== undefined) {
          near(total - BigInt(inputs.neurons[name]?.alpha ?? 0), dividends)
        }
      }
    },
  )

  interface DivisionInputs {
    pending_validator_alpha: string
    pending_root_alpha: string
    tao_weight: number
    stake: ByName<{ alpha: string; root: string }>
    dividends: ByName<string>
  }
  interface DivisionExpected {
    sum_alpha: string
    sum_root: string
    model_alpha_u96f32_bits: ByName<string>
    model_root_u96f32_bits: ByName<string>
  }
  it.each(
    emissionVectors<DivisionInputs, DivisionExpected>('settle', 'calculate_dividend_distribution'),
  )('$name', ({ inputs, expected }) => {
    const names = Object.keys(inputs.dividends)
    const shares = divideDividends(
      names.map((name) => ({
        dividend: U96F32.fromNum(BigInt(inputs.dividends[name] as string)),
        stake: {
          alpha: BigInt(inputs.stake[name]?.alpha ?? 0),
          root: BigInt(inputs.stake[name]?.root ?? 0),
        },
      })),
      BigInt(inputs.pending_validator_alpha),
      BigInt(inputs.pending_root_alpha),
      U96F32.fromF64(inputs.tao_weight),
    )
    const byName = (bits: readonly bigint[]) =>
      Object.fromEntries(names.map((name, i) => [name, String(bits[i])]))
    expect(byName(shares.alpha)).toEqual(expected.model_alpha_u96f32_bits)
    expect(byName(shares.root)).toEqual(expected.model_root_u96f32_bits)
  })

  interface BothInputs extends Omit<DivisionInputs, 'dividends'> {
    epoch_output: EpochOutput
  }
  it.each(
    emissionVectors<BothInputs, { sum_all: string }>(
      'settle',
      'calculate_dividend_and_incentive_distribution',
    ),
  )('$name', ({ inputs, expected, tolerance }) => {
    const { ctx } = testChain()
    const { dividends, incentives } = earnedShares(ctx, NETUID, emissionsOf(inputs.epoch_output))
    const stakeOf = (hotkey: AccountId) => {
      const [, stake] =
        Object.entries(inputs.stake).find(([name]) => account(name) === hotkey) ?? []
      return { alpha: BigInt(stake?.alpha ?? 0), root: BigInt(stake?.root ?? 0) }
    }
    const shares = divideDividends(
      dividends.map(([hotkey, dividend]) => ({ dividend, stake: stakeOf(hotkey) })),
      BigInt(inputs.pending_validator_alpha),
      BigInt(inputs.pending_root_alpha),
      U96F32.fromF64(inputs.tao_weight),
    )
    const sum = [...shares.alpha, ...shares.root]
      .map((share) => U96F32.toU64(share))
      .concat(incentives.map(([, amount]) => amount))
      .reduce((total, amount) => total + amount, 0n)
    expect(within(sum, BigInt(expected.sum_all), BigInt(tolerance.abs ?? 0))).toBe(true)
  })

  it.each(
    emissionVectors<
      Pick<DistributeInputs, 'parents' | 'children' | 'epoch_output'>,
      { incentives: ByName<string>; dividends: ByName<string> }
    >('settle', 'calculate_dividends_and_incentives'),
  )('$name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    setRelations(ctx, inputs)
    const earned = earnedShares(ctx, NETUID, emissionsOf(inputs.epoch_output))
    const named = (amounts: ByName<string>) =>
      Object.entries(amounts).map(([name, amount]) => [account(name), BigInt(amount)])
    expect(earned.incentives).toEqual(named(expected.incentives))
    expect(earned.dividends.map(([hotkey, amount]) => [hotkey, U96F32.toU64(amount)])).toEqual(
      named(expected.dividends),
    )
  })
})

interface IncentiveInputs {
  subnet_owner_hotkey: string
  owner_coldkey_hotkeys_with_uid?: string[]
  recycle_or_burn?: 'Burn' | 'Recycle' | null
  auto_stake_destination?: ByName<string>
  owner_of?: ByName<string>
  incentives: ByName<string>
}
interface IncentiveExpected {
  stake_delta: ByName<string>
  burned?: string
  recycled?: string
  miner_burned?: number
  events?: string[]
}

describe.skipIf(!hasShared)('incentive vectors', () => {
  it.each(emissionVectors<IncentiveInputs, IncentiveExpected>('settle', 'pay_incentives'))(
    '$name',
    ({ inputs, expected }) => {
      const chain = testChain()
      const s = chain.ctx.storage.subtensor
      const owner = testAccount(0xee)
      s.subnetOwner.set(NETUID, owner)
      s.subnetOwnerHotkey.set(NETUID, account(inputs.subnet_owner_hotkey))
      const owned = (inputs.owner_coldkey_hotkeys_with_uid ?? []).map(account)
      s.ownedHotkeys.set(owner, owned)
      owned.forEach((hotkey, uid) => {
        s.uids.set(NETUID, hotkey, uid)
      })
      if (inputs.recycle_or_burn) s.recycleOrBurn.set(NETUID, inputs.recycle_or_burn)
      for (const [name, coldkey] of Object.entries(inputs.owner_of ?? {})) {
        s.owner.set(account(name), account(coldkey))
      }
      for (const [coldkey, hotkey] of Object.entries(inputs.auto_stake_destination ?? {})) {
        s.autoStakeDestination.set(account(coldkey), NETUID, account(hotkey))
      }
      payIncentives(
        chain.ctx,
        NETUID,
        Object.entries(inputs.incentives).map(([name, amount]) => [account(name), BigInt(amount)]),
      )
      for (const [name, delta] of Object.entries(expected.stake_delta)) {
        expect(s.totalHotkeyAlpha.get(account(name), NETUID)).toBe(BigInt(delta))
      }
      const { alphaBurned, alphaRecycled } = chain.ctx.storage.alphaAssets
      if (expected.burned !== undefined) {
        expect(alphaBurned.get(NETUID)).toBe(BigInt(expected.burned))
      }
      if (expected.recycled !== undefined) {
        expect(alphaRecycled.get(NETUID)).toBe(BigInt(expected.recycled))
      }
      if (expected.miner_burned !== undefined) {
        expect(s.minerBurned.get(NETUID)).toBe(U96F32.fromF64(expected.miner_burned))
      }
      if (expected.events !== undefined) {
        expect(eventNames(chain)).toEqual(
          expected.events.map((event) => `SubtensorModule.${event}`),
        )
      }
    },
  )
})
