/**
 * Goal: a subnet's emission turns into TAO, alpha and excess as on the chain.
 * Method: recorded vectors, bit for bit.
 */
import { describe, expect, it } from 'vitest'
import { convert, U64F64, U96F32 } from '../../../../../../local-chain/frame/fixed/index.ts'
import { blockEmissionAt } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/block-emission.ts'
import {
  proportionOfU64,
  rootProportion,
  subnetTerms,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/subnet-terms.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface TermsInputs {
  tao_emission_u96f32_bits: string
  subnet_alpha_in: string
  subnet_alpha_out: string
  price_u64f64_bits: string
  root_tao: string
  tao_weight_u96f32_bits: string
}
type TermsExpected = Readonly<
  Record<'tao_in_bits' | 'alpha_in_bits' | 'alpha_out_bits' | 'excess_tao_bits', string>
>

describe.skipIf(!hasShared)('subnet terms vectors', () => {
  it.each(emissionVectors<TermsInputs, TermsExpected>('subnet-terms', 'get_subnet_terms'))(
    '$name',
    ({ inputs, expected }) => {
      const issuance = BigInt(inputs.subnet_alpha_in) + BigInt(inputs.subnet_alpha_out)
      const root = U96F32.saturate(BigInt(inputs.root_tao) * BigInt(inputs.tao_weight_u96f32_bits))
      const terms = subnetTerms(
        U96F32.fromBits(BigInt(inputs.tao_emission_u96f32_bits)),
        convert(U64F64, U96F32, U64F64.fromBits(BigInt(inputs.price_u64f64_bits))),
        rootProportion(root, issuance),
        blockEmissionAt(issuance),
      )
      expect({
        tao_in_bits: String(terms.taoIn),
        alpha_in_bits: String(terms.alphaIn),
        alpha_out_bits: String(terms.alphaOut),
        excess_tao_bits: String(terms.excessTao),
      }).toEqual({
        tao_in_bits: expected.tao_in_bits,
        alpha_in_bits: expected.alpha_in_bits,
        alpha_out_bits: expected.alpha_out_bits,
        excess_tao_bits: expected.excess_tao_bits,
      })
    },
  )

  it.each(
    emissionVectors<
      { root_tao: string; tao_weight_u64: string; alpha_issuance: string },
      { tao_weight_u96f32_bits: string; root_proportion_u96f32_bits: string }
    >('subnet-terms', 'root_proportion'),
  )('$name', ({ inputs, expected }) => {
    const weight = proportionOfU64(BigInt(inputs.tao_weight_u64))
    expect(String(weight)).toBe(expected.tao_weight_u96f32_bits)
    const root = U96F32.saturate(BigInt(inputs.root_tao) * weight)
    const proportion = rootProportion(root, BigInt(inputs.alpha_issuance))
    expect(String(proportion)).toBe(expected.root_proportion_u96f32_bits)
  })
})
