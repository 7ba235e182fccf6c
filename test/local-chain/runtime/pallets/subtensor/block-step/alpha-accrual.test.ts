/**
 * Goal: new alpha is set aside for owner, servers, validators and root as on the chain.
 * Method: recorded vectors over a state with one subnet; where a vector has the integer model's
 * numbers, they count.
 */
import { describe, expect, it } from 'vitest'
import { U96F32 } from '../../../../../../local-chain/frame/fixed/index.ts'
import { accrueAlphaOut } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/alpha-accrual.ts'
import { emittingSubnets } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/coinbase.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface AccrualInputs {
  owner_cut_u16: number
  owner_cut_enabled: boolean
  root_tao: string
  tao_weight_u64: string
  alpha_issuance_after_mint: string
  root_sell: boolean
  alpha_out: string
}
type Accrued = Readonly<Record<'owner' | 'server' | 'validator' | 'root' | 'recycled', string>>

interface SubnetFlags {
  netuid: number
  first_emission_block: string | null
  subtoken_enabled: boolean
  registration_allowed: boolean
}

describe.skipIf(!hasShared)('accrual vectors', () => {
  it.each(
    emissionVectors<AccrualInputs, Accrued & { model?: Accrued }>('accrual', 'accrue_alpha_out'),
  )('$name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    const s = ctx.storage.subtensor
    const alphaOut = BigInt(inputs.alpha_out)
    s.subnetOwnerCut.set(inputs.owner_cut_u16)
    s.ownerCutEnabled.set(1, inputs.owner_cut_enabled)
    s.subnetTao.set(0, BigInt(inputs.root_tao))
    s.taoWeight.set(BigInt(inputs.tao_weight_u64))
    s.subnetAlphaIn.set(1, BigInt(inputs.alpha_issuance_after_mint) - alphaOut)
    const terms = {
      taoIn: U96F32.zero,
      alphaIn: U96F32.zero,
      alphaOut: U96F32.fromNum(alphaOut),
      excessTao: U96F32.zero,
    }
    accrueAlphaOut(ctx, [1], [terms], inputs.root_sell)
    expect({
      owner: String(s.pendingOwnerCut.get(1)),
      server: String(s.pendingServerEmission.get(1)),
      validator: String(s.pendingValidatorEmission.get(1)),
      root: String(s.pendingRootAlphaDivs.get(1)),
      recycled: String(ctx.storage.alphaAssets.alphaRecycled.get(1)),
    }).toEqual(expected.model ?? expected)
  })

  it.each(
    emissionVectors<{ subnets: SubnetFlags[] }, { netuids: number[] }>(
      'accrual',
      'get_subnets_to_emit_to',
    ),
  )('$name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    const s = ctx.storage.subtensor
    for (const subnet of inputs.subnets) {
      const { first_emission_block: first, netuid } = subnet
      if (first !== null) s.firstEmissionBlockNumber.set(netuid, BigInt(first))
      s.subtokenEnabled.set(netuid, subnet.subtoken_enabled)
      s.networkRegistrationAllowed.set(netuid, subnet.registration_allowed)
    }
    const netuids = inputs.subnets.map(({ netuid }) => netuid)
    expect(emittingSubnets(ctx, netuids)).toEqual(expected.netuids)
  })
})
