/**
 * Goal: a whole coinbase moves TAO and alpha as on the chain.
 * Method: recorded scenarios, state in and state out. The recording ran with an existential deposit
 * of 1 rao; here the subnets' accounts hold that of the real chain before.
 */
import { describe, expect, it } from 'vitest'
import { I96F32 } from '../../../../../../local-chain/frame/fixed/index.ts'
import type { Ctx } from '../../../../../../local-chain/runtime/context.ts'
import { depositCredit } from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { mintTao } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/block-emission.ts'
import {
  emittingSubnets,
  runCoinbase,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/coinbase.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { currentAlphaPrice } from '../../../../../../local-chain/runtime/pallets/swap/pool.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors, within } from './support.ts'

interface SubnetState {
  netuid: number
  mechanism: number
  tao?: string
  alpha_in?: string
  alpha_out?: string
  moving_price?: number
  emission_enabled: boolean
}
interface CoinbaseInputs {
  emission: string
  root_tao?: string
  tao_weight_u64?: string
  subnets: SubnetState[]
}
type ByNetuid = Readonly<Record<string, string>>

interface CoinbaseExpected {
  subnet_tao?: ByNetuid
  delta_subnet_tao?: ByNetuid
  subnet_tao_in_emission?: ByNetuid
  subnet_alpha_in?: ByNetuid
  subnet_alpha_in_less_than?: ByNetuid
  alpha_out_emission?: ByNetuid
  total_issuance?: string
  delta_total_issuance?: string
  total_stake?: string
  delta_total_stake?: string
  subnet_excess_tao_of_disabled?: string
  alpha_in_emission_zero_iff_tao_in_zero?: boolean
  alpha_out_emission_positive?: boolean
  alpha_out_equals_before_plus_protocol_alpha?: boolean
  price_increases?: boolean
}

function setUp(ctx: Ctx, inputs: CoinbaseInputs): void {
  const s = ctx.storage.subtensor
  if (inputs.root_tao !== undefined) s.subnetTao.set(0, BigInt(inputs.root_tao))
  if (inputs.tao_weight_u64 !== undefined) s.taoWeight.set(BigInt(inputs.tao_weight_u64))
  for (const subnet of inputs.subnets) {
    const { netuid } = subnet
    depositCredit(ctx, subnetAccountId(netuid), 500n)
    s.networksAdded.set(netuid, true)
    s.subnetMechanism.set(netuid, subnet.mechanism)
    s.subnetTao.set(netuid, BigInt(subnet.tao ?? 0))
    s.subnetAlphaIn.set(netuid, BigInt(subnet.alpha_in ?? 0))
    s.subnetAlphaOut.set(netuid, BigInt(subnet.alpha_out ?? 0))
    s.subnetMovingPrice.set(netuid, I96F32.fromF64(subnet.moving_price ?? 0))
    s.subnetEmissionEnabled.set(netuid, subnet.emission_enabled)
    s.firstEmissionBlockNumber.set(netuid, 1n)
    s.subtokenEnabled.set(netuid, true)
  }
}

type Before = ReadonlyMap<number, { tao: bigint; alphaOut: bigint; price: bigint }>

function expectAmounts(
  ctx: Ctx,
  expected: CoinbaseExpected,
  tolerance: number,
  before: Before,
): void {
  const s = ctx.storage.subtensor
  const near = (actual: bigint, wanted: string) =>
    expect(within(actual, BigInt(wanted), BigInt(tolerance)), `${actual}`).toBe(true)
  const nearAll = (wanted: ByNetuid | undefined, read: (netuid: number) => bigint) => {
    for (const [netuid, value] of Object.entries(wanted ?? {})) near(read(Number(netuid)), value)
  }
  nearAll(expected.subnet_tao, (netuid) => s.subnetTao.get(netuid))
  nearAll(
    expected.delta_subnet_tao,
    (netuid) => s.subnetTao.get(netuid) - (before.get(netuid)?.tao ?? 0n),
  )
  nearAll(expected.subnet_tao_in_emission, (netuid) => s.subnetTaoInEmission.get(netuid))
  nearAll(expected.subnet_alpha_in, (netuid) => s.subnetAlphaIn.get(netuid))
  nearAll(expected.alpha_out_emission, (netuid) => s.subnetAlphaOutEmission.get(netuid))
  for (const [netuid, limit] of Object.entries(expected.subnet_alpha_in_less_than ?? {})) {
    expect(s.subnetAlphaIn.get(Number(netuid))).toBeLessThan(BigInt(limit))
  }
  const issuance = expected.total_issuance ?? expected.delta_total_issuance
  if (issuance !== undefined) near(s.totalIssuance.get(), issuance)
  const stake = expected.total_stake ?? expected.delta_total_stake
  if (stake !== undefined) near(s.totalStake.get(), stake)
}

function expectSubnet(
  ctx: Ctx,
  expected: CoinbaseExpected,
  subnet: SubnetState,
  before: Before,
): void {
  const s = ctx.storage.subtensor
  const { netuid } = subnet
  if (expected.subnet_excess_tao_of_disabled !== undefined && !subnet.emission_enabled) {
    expect(s.subnetExcessTao.get(netuid)).toBe(BigInt(expected.subnet_excess_tao_of_disabled))
  }
  if (expected.alpha_in_emission_zero_iff_tao_in_zero === true) {
    const noTao = s.subnetTaoInEmission.get(netuid) === 0n
    expect(s.subnetAlphaInEmission.get(netuid) === 0n).toBe(noTao)
  }
  if (expected.alpha_out_emission_positive === true) {
    expect(s.subnetAlphaOutEmission.get(netuid)).toBeGreaterThan(0n)
  }
  if (expected.alpha_out_equals_before_plus_protocol_alpha === true) {
    const held = (before.get(netuid)?.alphaOut ?? 0n) + s.subnetProtocolAlpha.get(netuid)
    expect(s.subnetAlphaOut.get(netuid)).toBe(held)
  }
  if (expected.price_increases === true) {
    expect(currentAlphaPrice(ctx, netuid)).toBeGreaterThan(before.get(netuid)?.price ?? 0n)
  }
}

describe.skipIf(!hasShared)('coinbase vectors', () => {
  it.each(emissionVectors<CoinbaseInputs, CoinbaseExpected>('coinbase', 'run_coinbase'))(
    '$name',
    ({ inputs, expected, tolerance }) => {
      const { ctx } = testChain()
      const s = ctx.storage.subtensor
      setUp(ctx, inputs)
      const netuids = inputs.subnets.map(({ netuid }) => netuid)
      const before = new Map(
        netuids.map((netuid) => [
          netuid,
          {
            tao: s.subnetTao.get(netuid),
            alphaOut: s.subnetAlphaOut.get(netuid),
            price: currentAlphaPrice(ctx, netuid),
          },
        ]),
      )
      const credit = mintTao(ctx, BigInt(inputs.emission))
      runCoinbase(ctx, netuids, emittingSubnets(ctx, netuids), credit)

      expectAmounts(ctx, expected, tolerance.abs ?? 0, before)
      for (const subnet of inputs.subnets) expectSubnet(ctx, expected, subnet, before)
    },
  )
})
