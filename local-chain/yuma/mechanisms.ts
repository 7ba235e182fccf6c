/**
 * Mechanisms of a subnet: their storage index and their part of the emission.
 *
 * Source: ../shared/spec/yuma.md sections 1 and 6 (subtensor `subnets/mechanism.rs`), spec 425.
 *
 * @module
 */

/** Netuids of one mechanism in the shared u16 index. */
const GLOBAL_MAX_SUBNET_COUNT = 4096
const U16_MAX = 65_535

/** Key of a mechanism's Weights, Bonds, LastUpdate, Incentive and commits. */
export function mechanismStorageIndex(netuid: number, mecid: number): number {
  return Math.min(mecid * GLOBAL_MAX_SUBNET_COUNT + netuid, U16_MAX)
}

/** The subnet and mechanism of a storage index. */
export function netuidAndMecid(index: number): readonly [netuid: number, mecid: number] {
  return [index % GLOBAL_MAX_SUBNET_COUNT, Math.floor(index / GLOBAL_MAX_SUBNET_COUNT)]
}

/**
 * Each mechanism's part; what flooring leaves goes to mechanism 0.
 *
 * @param emission  rao, u64
 * @param split     u16 shares; undefined splits evenly
 * @returns shape [count]
 */
export function splitEmissions(
  emission: bigint,
  count: number,
  split: readonly number[] | undefined,
): bigint[] {
  const parts = Array.from({ length: count }, (_, mecid) => {
    if (split === undefined) return emission / BigInt(count)
    return (emission * BigInt(split[mecid] ?? 0)) / BigInt(U16_MAX)
  })
  const given = parts.reduce((total, part) => total + part, 0n)
  const [first] = parts
  if (first !== undefined && given < emission) parts[0] = first + emission - given
  return parts
}
