/** Goal: fees are those of the chain, to the rao. Method: recorded fee arithmetic. */
import { describe, expect, it } from 'vitest'
import {
  computeFee,
  computeFeeDetails,
  weightToFee,
} from '../../../../local-chain/runtime/executive/extrinsics/fees.ts'
import { guardWeight } from '../../../../local-chain/runtime/executive/weights.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'

interface WeightCase {
  readonly name: string
  readonly fn: 'weight_fee'
  readonly call_weight_ref_time: string
  readonly expected: string
  readonly expected_with_guards?: string
}
interface FeeCase {
  readonly name: string
  readonly fn: 'fee'
  readonly call_weight_ref_time: string
  readonly len: number
  readonly tip: string
  readonly pays_fee: boolean
  readonly expected: Readonly<Record<string, string>>
}

const cases = hasShared
  ? sharedJson<{ cases: (WeightCase | FeeCase)[] }>('vectors/swap/tx_fees.json').cases
  : []
const weightOf = (refTime: bigint) => ({ refTime, proofSize: 0n })

describe.skipIf(!hasShared)('fees (skipped without ../shared)', () => {
  it.each(cases.filter((c) => c.fn === 'weight_fee'))('weighs $name', (recorded) => {
    const refTime = BigInt(recorded.call_weight_ref_time)
    expect(weightToFee(weightOf(refTime))).toBe(BigInt(recorded.expected))
    if (recorded.expected_with_guards === undefined) return
    const guards = guardWeight({ pallet: 'SubtensorModule', name: recorded.name })
    const guarded = weightToFee(weightOf(refTime + guards.refTime))
    expect(guarded).toBe(BigInt(recorded.expected_with_guards))
  })

  it.each(cases.filter((c) => c.fn === 'fee'))('adds up $name', (recorded) => {
    const { expected, len } = recorded
    const tip = BigInt(recorded.tip)
    const info = {
      weight: weightOf(BigInt(recorded.call_weight_ref_time)),
      paysFee: recorded.pays_fee ? ('Yes' as const) : ('No' as const),
    }
    expect(computeFee(info, len, 0n)).toBe(BigInt(expected['partialFee'] ?? ''))
    expect(computeFee(info, len, tip)).toBe(BigInt(expected['charged'] ?? ''))
    const parts = computeFeeDetails(info, len, tip).inclusionFee
    expect([parts?.baseFee ?? 0n, parts?.lenFee ?? 0n, parts?.adjustedWeightFee ?? 0n]).toEqual(
      ['base_fee', 'len_fee', 'adjusted_weight_fee'].map((name) => BigInt(expected[name] ?? '0')),
    )
  })
})
