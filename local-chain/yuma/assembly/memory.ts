/**
 * Where everything lies: one arena, laid out anew for every epoch and never shrunk. The host writes
 * the inputs, `run` the outputs; nothing is allocated in between.
 *
 * Vectors go by uid. A row set is CSR: `start` has n + 1 elements, row i is the pairs
 * `start[i] .. start[i + 1]`, a pair is column and value, u16 each, as the chain stores it.
 *
 * @module
 */

/** First free byte; the module has no data of its own above it. */
const BASE: usize = 1024
const PAGE: usize = 65536

let top: usize = 0

export let n: u32 = 0
export let updates: u32 = 0
export let permits: u32 = 0

// Inputs -------------------------------------------------------------------------------------------

/** u64 [n]: stake of the neuron's hotkey on the subnet, and on root. */
export let alpha: usize = 0
export let rootStake: usize = 0
/** CSR of the shares lent to children, u64 of 2^64 - 1. */
export let childStart: usize = 0
export let childShare: usize = 0
/** CSR of the shares borrowed from parents, with the stakes they are of. */
export let parentStart: usize = 0
export let parentShare: usize = 0
export let parentAlpha: usize = 0
export let parentRoot: usize = 0
/** u64 [updates], updates >= n. */
export let lastUpdate: usize = 0
/** u64 [n]; 0 where nobody holds the uid. */
export let registered: usize = 0
/** u64 [n]: block of the oldest live commit, the maximum where there is none. */
export let commits: usize = 0
/** u8 [permits]: permits of before. */
export let oldPermit: usize = 0
export let weightStart: usize = 0
export let weightPairs: usize = 0
export let bondStart: usize = 0
export let bondPairs: usize = 0

// Outputs ------------------------------------------------------------------------------------------

/** u8 [updates]. */
export let active: usize = 0
/** u8 [n]: permits of after. */
export let permit: usize = 0
/** u16 [n]. */
export let stakeWeight: usize = 0
export let consensusOut: usize = 0
export let incentiveOut: usize = 0
export let dividendsOut: usize = 0
export let trustOut: usize = 0
/** u64 [n], rao. */
export let stakeOut: usize = 0
export let serverEmission: usize = 0
export let validatorEmission: usize = 0
export let combinedEmission: usize = 0
/** CSR of the new bonds; empty rows where there is no new permit. */
export let newBondStart: usize = 0
export let newBondPairs: usize = 0

// Scratch ------------------------------------------------------------------------------------------

/** Totals of stake, bits of I64F64 in two halves. */
export let totalHigh: usize = 0
export let totalLow: usize = 0
/** Shares, i64 [n]. */
export let stake: usize = 0
export let activeStake: usize = 0
export let medianStake: usize = 0
export let consensus: usize = 0
export let trust: usize = 0
export let incentive: usize = 0
export let dividends: usize = 0
/** Sum of every column, and what `divide` needs of it. */
export let columnSum: usize = 0
export let columnInverse: usize = 0
export let oldColumnSum: usize = 0
export let oldColumnInverse: usize = 0
export let columnMax: usize = 0
/** Weights that count: CSR of i64 shares. */
export let rowStart: usize = 0
export let rowColumn: usize = 0
export let rowShare: usize = 0
/** u8 [n]: whether a row names each column once, in ascending order. */
export let isPlainRow: usize = 0
/**
 * The same by column, of rows with active stake and without zeros: `columnCount` entries up to
 * `columnEnd`.
 */
export let columnCount: usize = 0
export let columnEnd: usize = 0
export let columnRow: usize = 0
export let columnShare: usize = 0
/** Bonds after the moving average: CSR of i64. */
export let emaStart: usize = 0
export let emaColumn: usize = 0
export let emaBits: usize = 0
/** One row: the weights that its bonds follow. */
export let followedColumn: usize = 0
export let followedShare: usize = 0
/** Dense rows, all zero between uses; i64 [n]. */
export let denseA: usize = 0
export let denseB: usize = 0
export let denseC: usize = 0
/** Position of the last entry of a column in the row at hand; u32 [n]. */
export let lastEntry: usize = 0
/** Three sides of a partition, i64 [n] scores and stakes each. */
export let partition: usize = 0
/** Keys of the neurons by stake, u64 [n]. */
export let rankKeys: usize = 0
/** One row: its alphas, and the cells whose alpha is not known yet (i64 and u32 [4]). */
export let rowAlpha: usize = 0
export let waitingEntry: usize = 0
export let waitingDistance: usize = 0
export let waitingPower: usize = 0
/** What is kept of a bond by column: 0 where the column registered since the last epoch. */
export let keptShare: usize = 0
/** Known alphas by distance. */
export let alphaKeys: usize = 0
export let alphaValues: usize = 0

export const ALPHA_SLOTS: u32 = 1024

/** Reserves `count` elements of 2^shift bytes; 16 spare bytes let loops write one element too far. */
function reserve(count: usize, shift: usize): usize {
  const at = top
  top = (at + (count << shift) + 31) & ~15
  return at
}

/**
 * Lays out an epoch. Afterwards the exported addresses hold until the next call, and the inputs may be
 * written.
 *
 * @param longestWeights  entries of the longest row of weights
 * @returns false when there is not enough memory
 */
export function arrange(
  neurons: u32,
  updateCount: u32,
  permitCount: u32,
  children: u32,
  parents: u32,
  weights: u32,
  longestWeights: u32,
  bonds: u32,
): bool {
  n = neurons
  updates = updateCount
  permits = permitCount
  top = BASE
  alpha = reserve(n, 3)
  rootStake = reserve(n, 3)
  childStart = reserve(n + 1, 2)
  childShare = reserve(children, 3)
  parentStart = reserve(n + 1, 2)
  parentShare = reserve(parents, 3)
  parentAlpha = reserve(parents, 3)
  parentRoot = reserve(parents, 3)
  lastUpdate = reserve(updates, 3)
  registered = reserve(n, 3)
  commits = reserve(n, 3)
  oldPermit = reserve(permits, 0)
  weightStart = reserve(n + 1, 2)
  weightPairs = reserve(weights, 2)
  bondStart = reserve(n + 1, 2)
  bondPairs = reserve(bonds, 2)
  reserveOutputs()
  reserveVectors()
  reserveMatrices(weights, longestWeights, bonds)
  return grow()
}

function reserveOutputs(): void {
  active = reserve(updates, 0)
  permit = reserve(n, 0)
  stakeWeight = reserve(n, 1)
  consensusOut = reserve(n, 1)
  incentiveOut = reserve(n, 1)
  dividendsOut = reserve(n, 1)
  trustOut = reserve(n, 1)
  stakeOut = reserve(n, 3)
  serverEmission = reserve(n, 3)
  validatorEmission = reserve(n, 3)
  combinedEmission = reserve(n, 3)
  newBondStart = reserve(n + 1, 2)
}

function reserveVectors(): void {
  totalHigh = reserve(n, 3)
  totalLow = reserve(n, 3)
  stake = reserve(n, 3)
  activeStake = reserve(n, 3)
  medianStake = reserve(n, 3)
  consensus = reserve(n, 3)
  trust = reserve(n, 3)
  incentive = reserve(n, 3)
  dividends = reserve(n, 3)
  columnSum = reserve(n, 3)
  columnInverse = reserve(n, 3)
  oldColumnSum = reserve(n, 3)
  oldColumnInverse = reserve(n, 3)
  columnMax = reserve(n, 3)
  denseA = reserve(n, 3)
  denseB = reserve(n, 3)
  denseC = reserve(n, 3)
  lastEntry = reserve(n, 2)
  partition = reserve(6 * n, 3)
  rankKeys = reserve(n, 3)
  waitingEntry = reserve(4, 2)
  waitingDistance = reserve(4, 3)
  waitingPower = reserve(4, 3)
  keptShare = reserve(n, 3)
  alphaKeys = reserve(ALPHA_SLOTS, 3)
  alphaValues = reserve(ALPHA_SLOTS, 3)
}

function reserveMatrices(weights: u32, longestWeights: u32, bonds: u32): void {
  rowStart = reserve(n + 1, 2)
  rowColumn = reserve(weights, 1)
  rowShare = reserve(weights, 3)
  isPlainRow = reserve(n, 0)
  columnCount = reserve(n, 2)
  columnEnd = reserve(n, 2)
  columnRow = reserve(weights + n, 1)
  columnShare = reserve(weights + n, 3)
  followedColumn = reserve(max(n, longestWeights), 1)
  followedShare = reserve(max(n, longestWeights), 3)
  rowAlpha = reserve(max(n, longestWeights), 3)
  emaStart = reserve(n + 1, 2)
  // Every new bond comes from a weight or from an old bond.
  const ema = <usize>weights + <usize>bonds
  emaColumn = reserve(ema, 1)
  emaBits = reserve(ema, 3)
  newBondPairs = reserve(ema, 2)
}

/**
 * The dense rows are all zero when an epoch begins, and so is the element after each; the arena held
 * something else there.
 */
export function clearRows(): void {
  memory.fill(denseA, 0, <usize>(n + 1) << 3)
  memory.fill(denseB, 0, <usize>(n + 1) << 3)
  memory.fill(denseC, 0, <usize>(n + 1) << 3)
}

/** @returns false when the host has no memory left */
function grow(): bool {
  const have = <usize>memory.size() * PAGE
  if (top <= have) return true
  const pages = <i32>((top - have + PAGE - 1) / PAGE)
  return memory.grow(pages) >= 0
}
