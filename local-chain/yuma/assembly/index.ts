/**
 * The epoch of one mechanism, compiled to WebAssembly: the host calls `arrange`, writes the inputs,
 * sets the rules, calls `run` and reads the outputs. The reference beside it judges every bit.
 *
 * Source: ../shared/spec/yuma.md section 4, in its order.
 *
 * @module
 */
import { shareOfU16 } from './arithmetic'
import { classicBonds, yuma3Bonds } from './bonds'
import { findConsensus } from './consensus'
import { clearRows } from './memory'
import { shareEmission, writeShares } from './output'
import { findActiveStake, normalizeStake, stakeTotals } from './stake'
import { findActive, findPermits } from './validators'
import { loadWeights, transposeWeights } from './weights'

export {
  active,
  alpha,
  arrange,
  bondPairs,
  bondStart,
  childShare,
  childStart,
  combinedEmission,
  commits,
  consensusOut,
  dividendsOut,
  incentiveOut,
  lastUpdate,
  newBondPairs,
  newBondStart,
  oldPermit,
  parentAlpha,
  parentRoot,
  parentShare,
  parentStart,
  permit,
  registered,
  rootStake,
  serverEmission,
  stakeOut,
  stakeWeight,
  trustOut,
  validatorEmission,
  weightPairs,
  weightStart,
} from './memory'

let owner: u32 = 0
let taoWeight: u64 = 0
let threshold: u64 = 0
let maxValidators: u32 = 0

let block: u64 = 0
let cutoff: u64 = 0
let lastTempo: u64 = 0
let hasCommits: bool = false

let isYuma3: bool = false
let kappa: u32 = 0
let penalty: u32 = 0
let rate: i64 = 0

let isLiquid: bool = false
let alphaLow: u32 = 0
let alphaHigh: u32 = 0
let slope: i64 = 0

/**
 * Who may validate.
 *
 * @param ownerUid   a number that is no uid when there is no owner
 * @param tao        share of 2^64 - 1 at which root stake counts
 * @param stakeLeast rao
 * @param validators permits besides the owner's
 */
export function setValidatorRules(
  ownerUid: u32,
  tao: u64,
  stakeLeast: u64,
  validators: u32,
): void {
  owner = ownerUid
  taoWeight = tao
  threshold = stakeLeast
  maxValidators = validators
}

/**
 * What is too old to count.
 *
 * @param now       block of the epoch
 * @param activity  blocks that an update lasts
 * @param since     bonds of columns registered at or after this block are dropped
 * @param isMasked  whether `commits` was written
 */
export function setAges(now: u64, activity: u64, since: u64, isMasked: bool): void {
  block = now
  cutoff = activity
  lastTempo = since
  hasCommits = isMasked
}

/**
 * How weights become bonds.
 *
 * @param majority     kappa, u16 share
 * @param bondsPenalty u16 share
 * @param bondsRate    weight of the new value in the moving average, bits; at most one
 */
export function setBondRules(
  yuma3: bool,
  majority: u32,
  bondsPenalty: u32,
  bondsRate: i64,
): void {
  isYuma3 = yuma3
  kappa = majority
  penalty = bondsPenalty
  rate = bondsRate
}

/**
 * Liquid alpha.
 *
 * @param low     u16 share
 * @param high    u16 share
 * @param factor  of the sigmoid's exponent: steepness / -100, bits
 */
export function setLiquidAlpha(isOn: bool, low: u32, high: u32, factor: i64): void {
  isLiquid = isOn
  alphaLow = low
  alphaHigh = high
  slope = factor
}

/**
 * Runs the epoch.
 *
 * @param emission  rao of the mechanism
 * @returns false when a sum leaves the range of its type: such a state cannot come about on a chain,
 *          and the reference knows how the chain would wrap or saturate
 */
export function run(emission: u64): bool {
  clearRows()
  findActive(block, cutoff)
  if (!stakeTotals(taoWeight) || !normalizeStake(threshold, owner)) return false
  findPermits(maxValidators, owner)
  findActiveStake()
  if (!loadWeights(owner, hasCommits)) return false
  transposeWeights()
  findConsensus(shareOfU16(kappa))
  const share = shareOfU16(penalty)
  if (isYuma3) {
    const low = shareOfU16(alphaLow)
    const high = shareOfU16(alphaHigh)
    yuma3Bonds(share, rate, lastTempo, isLiquid, low, high, slope)
  } else if (!classicBonds(share, rate, lastTempo)) {
    return false
  }
  shareEmission(emission)
  writeShares()
  return true
}
