/**
 * The epoch of one mechanism: Yuma consensus from stored state to the terms of every neuron.
 *
 * Source: ../shared/spec/yuma.md section 4, in its order (subtensor `epoch/run_epoch.rs`
 * `epoch_mechanism`, spec_version 425). Writes nothing.
 *
 * @module
 */
import { I64F64 } from '../frame/fixed/index.ts'
import { U16Pairs } from '../frame/u16-pairs.ts'
import { type AccountKey, type EpochInput, registrationBlocks, type StoredRow } from './input.ts'
import { fixedProportionToU16 } from './math/scalars.ts'
import type { SparseRow } from './math/sparse.ts'
import { at } from './math/vectors.ts'
import {
  type EpochTerms,
  type EpochTrace,
  mechanismWrites,
  type TracedMechanismEpoch,
} from './output.ts'
import { bondsAndDividends, weightsForBonds } from './steps/bonds.ts'
import { findConsensus } from './steps/consensus.ts'
import { type Emissions, shareEmission } from './steps/emission.ts'
import { stakeWeights } from './steps/stake-weight.ts'
import {
  activeStake as findActiveStake,
  permits as findPermits,
  inactiveMask,
  lastUpdates,
  normalizedStake,
} from './steps/validators.ts'
import { activeWeights } from './steps/weights.ts'

/**
 * Runs one mechanism.
 *
 * @param emission  rao for this mechanism, u64
 * @cost   time and memory O(n * validators); with partial bonds penalty O(n * n)
 */
export function epochMechanism<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  emission: bigint,
): TracedMechanismEpoch<K> {
  const registered = registrationBlocks(input)
  const lastUpdate = lastUpdates(input, mecid)
  const inactive = inactiveMask(input, lastUpdate)

  const totals = stakeWeights(input)
  const stake = normalizedStake(input, totals)
  const permits = findPermits(input, stake)
  const activeStake = findActiveStake(stake, inactive, permits.forbidden)

  const weights = activeWeights(input, mecid, permits.forbidden, lastUpdate, registered)
  const consensus = findConsensus(weights, activeStake, input.kappa)
  const followed = weightsForBonds(input, weights, consensus.clippedWeights)
  const { bonds, dividends } = bondsAndDividends(
    input,
    mecid,
    followed,
    activeStake,
    registered,
    consensus,
  )

  const emissions = shareEmission(emission, consensus.incentive, dividends, stake, activeStake)
  const trace: EpochTrace = {
    inactive,
    stake,
    activeStake,
    weights,
    ...consensus,
    weightsForBonds: followed,
    bonds,
    dividends,
  }
  const terms = epochTerms(input, totals, permits.fresh, trace, emissions)
  return { mecid, terms, writes: mechanismWrites(mecid, terms), trace }
}

/** 4.11: the results of every uid that a hotkey holds. */
function epochTerms<K extends AccountKey>(
  input: EpochInput<K>,
  totals: readonly I64F64[],
  newPermits: readonly boolean[],
  trace: EpochTrace,
  emissions: Emissions,
): EpochTerms<K>[] {
  const terms: EpochTerms<K>[] = []
  input.hotkeys.forEach((hotkey, uid) => {
    if (hotkey === undefined) return
    const newValidatorPermit = newPermits[uid] ?? false
    const inactive = trace.inactive[uid]
    terms.push({
      hotkey,
      uid,
      dividend: fixedProportionToU16(at(trace.dividends, uid)),
      incentive: fixedProportionToU16(at(trace.incentive, uid)),
      consensus: fixedProportionToU16(at(trace.consensus, uid)),
      validatorTrust: fixedProportionToU16(at(trace.validatorTrust, uid)),
      stakeWeight: fixedProportionToU16(at(trace.stake, uid)),
      serverEmission: emissions.server[uid] ?? 0n,
      validatorEmission: emissions.validator[uid] ?? 0n,
      emission: emissions.combined[uid] ?? 0n,
      stake: I64F64.toU64(totals[uid] ?? I64F64.zero),
      active: inactive === undefined ? false : !inactive,
      newValidatorPermit,
      bond: newValidatorPermit ? storedRow(trace.bonds[uid] ?? []) : U16Pairs.empty,
    })
  })
  return terms
}

function storedRow(row: SparseRow): StoredRow {
  return U16Pairs.of(row.map(([column, value]) => [column, fixedProportionToU16(value)] as const))
}
