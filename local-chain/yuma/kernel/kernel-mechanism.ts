/**
 * The epoch of one mechanism by the compiled kernel: bit for bit what `epochMechanism` gives, without
 * the intermediates.
 *
 * @module
 */
import { U16Pairs } from '../../frame/u16-pairs.ts'
import { epochMechanism } from '../epoch-mechanism.ts'
import { type AccountKey, type EpochInput, mechanismInput, ownerUid } from '../input.ts'
import { bondsEmaAlpha } from '../math/scalars.ts'
import { type EpochTerms, type MechanismEpoch, mechanismWrites } from '../output.ts'
import { lastTempo } from '../steps/bonds.ts'
import { activityCutoff } from '../steps/validators.ts'
import { type KernelInstance, kernelInstance } from './instance.ts'
import { hasCommits, packState } from './pack.ts'

const NO_UID = 0xffff_ffff

/**
 * Runs one mechanism.
 *
 * A state whose sums leave their types (2^63 rao of stake, rows of 32,768 weights) or that needs
 * gigabytes is left to the reference; no chain holds one.
 *
 * @param emission  rao for this mechanism, u64
 */
export function kernelMechanism<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  emission: bigint,
): MechanismEpoch<K> {
  return tryKernelMechanism(input, mecid, emission) ?? epochMechanism(input, mecid, emission)
}

/** Undefined where the state is the reference's. */
export function tryKernelMechanism<K extends AccountKey>(
  input: EpochInput<K>,
  mecid: number,
  emission: bigint,
): MechanismEpoch<K> | undefined {
  const kernel = kernelInstance()
  if (!packState(kernel, input, mecid)) return undefined
  setRules(kernel, input, mecid)
  if (kernel.exports.run(emission) === 0) return undefined
  const terms = readTerms(kernel, input, mecid)
  return { mecid, terms, writes: mechanismWrites(mecid, terms) }
}

function setRules<K extends AccountKey>(
  { exports }: KernelInstance,
  input: EpochInput<K>,
  mecid: number,
): void {
  const owner = ownerUid(input) ?? NO_UID
  exports.setValidatorRules(
    owner,
    input.taoWeight,
    input.stakeThreshold,
    input.maxAllowedValidators,
  )
  exports.setAges(
    input.block,
    activityCutoff(input),
    lastTempo(input),
    Number(hasCommits(input, mecid)),
  )
  exports.setBondRules(
    Number(input.yuma3),
    input.kappa,
    input.bondsPenalty,
    bondsEmaAlpha(input.bondsMovingAverage),
  )
  // In hundredths, and falling: truncated like the chain's division.
  const slope = (BigInt(input.alphaSigmoidSteepness) << 32n) / -100n
  exports.setLiquidAlpha(Number(input.liquidAlpha), ...input.alphaValues, slope)
}

/** 4.11: the results of every uid that a hotkey holds; zeros for one at or above n. */
function readTerms<K extends AccountKey>(
  kernel: KernelInstance,
  input: EpochInput<K>,
  mecid: number,
): EpochTerms<K>[] {
  const { n, hotkeys } = input
  const updates = Math.max(n, mechanismInput(input, mecid).lastUpdate.length)
  const active = kernel.u8('active', updates)
  const permit = kernel.u8('permit', n)
  const dividend = kernel.u16('dividendsOut', n)
  const incentive = kernel.u16('incentiveOut', n)
  const consensus = kernel.u16('consensusOut', n)
  const validatorTrust = kernel.u16('trustOut', n)
  const stakeWeight = kernel.u16('stakeWeight', n)
  const server = kernel.u64('serverEmission', n)
  const validator = kernel.u64('validatorEmission', n)
  const combined = kernel.u64('combinedEmission', n)
  const stake = kernel.u64('stakeOut', n)
  const bondStart = kernel.u32('newBondStart', n + 1)
  const bondPairs = kernel.u16('newBondPairs', 2 * (bondStart[n] ?? 0))
  const terms: EpochTerms<K>[] = []
  for (let uid = 0; uid < hotkeys.length; uid += 1) {
    const hotkey = hotkeys[uid]
    if (hotkey === undefined) continue
    terms.push({
      hotkey,
      uid,
      dividend: dividend[uid] ?? 0,
      incentive: incentive[uid] ?? 0,
      consensus: consensus[uid] ?? 0,
      validatorTrust: validatorTrust[uid] ?? 0,
      stakeWeight: stakeWeight[uid] ?? 0,
      serverEmission: server[uid] ?? 0n,
      validatorEmission: validator[uid] ?? 0n,
      emission: combined[uid] ?? 0n,
      stake: stake[uid] ?? 0n,
      active: active[uid] === 1,
      newValidatorPermit: permit[uid] === 1,
      bond: storedRow(bondPairs, bondStart[uid] ?? 0, bondStart[uid + 1] ?? 0),
    })
  }
  return terms
}

/** A copy: the next epoch overwrites the kernel's memory. */
function storedRow(pairs: Uint16Array<ArrayBuffer>, first: number, last: number): U16Pairs {
  return first === last ? U16Pairs.empty : new U16Pairs(pairs.slice(2 * first, 2 * last))
}
