/**
 * Several epochs in a row: what one leaves is what the next one reads, as on the chain.
 *
 * Carried over: bonds, permits, the step block, the count of epochs. The block advances by the tempo.
 * Between epochs every validator that has weights sets the same ones again (unless told not to),
 * since its weights would stop counting after the activity cutoff. Stake stays as it is: what is
 * earned is not staked.
 *
 * Source: ../shared/spec/yuma.md sections 1 and 6.
 *
 * @module
 */
import {
  type AccountKey,
  type EpochInput,
  type EpochOutcome,
  type MechanismInput,
  runStep,
  type StoredRow,
} from '../../../local-chain/yuma/index.ts'
import { invalidEpoch } from './errors.ts'
import { pause } from './pause.ts'
import type { Setup } from './setup.ts'

/** One epoch of a run. */
export interface Frame {
  /** From 1. */
  readonly epoch: number
  readonly block: bigint
  readonly input: EpochInput<AccountKey>
  readonly outcome: EpochOutcome
}

export interface SimulationOptions {
  readonly epochs: number
  /** Validators never set their weights again. */
  readonly stale?: boolean
  /** Keep the intermediates of every epoch. */
  readonly trace?: boolean
  /** Called after each epoch. */
  readonly onEpoch?: (epoch: number) => void
}

/** @throws TaoError INVALID_EPOCH  a tempo of 0 has no next epoch */
export function simulate(setup: Setup, options: SimulationOptions): Frame[] {
  return [...framesOf(setup, options)]
}

/** Neurons times epochs whose results are kept at once: some 2 GB. */
const KEPT_MAX = 500_000

/**
 * Whether the results of all epochs fit into memory together.
 *
 * @param runs  how many runs are kept side by side
 * @throws TaoError INVALID_EPOCH
 */
export function checkRoom({ step }: Setup, epochs: number, runs = 1): void {
  const { n } = step.input
  const most = Math.max(1, Math.floor(KEPT_MAX / (Math.max(1, n) * runs)))
  if (epochs <= most) return
  const times = runs === 1 ? '' : `, ${runs} times`
  const rule = `${epochs} epochs of ${n} neurons${times} are more than memory holds; at most ${most}`
  throw invalidEpoch('--epochs', rule)
}

/**
 * The same with pauses between epochs, for runs that somebody may want to end early.
 *
 * @throws TaoError INVALID_EPOCH  too much to keep, or no next epoch
 */
export async function simulateInTurns(setup: Setup, options: SimulationOptions): Promise<Frame[]> {
  checkRoom(setup, options.epochs)
  const frames: Frame[] = []
  for (const frame of framesOf(setup, options)) {
    frames.push(frame)
    options.onEpoch?.(frame.epoch)
    await pause()
  }
  return frames
}

function* framesOf(setup: Setup, options: SimulationOptions): Generator<Frame> {
  const { epochs, stale = false, trace = false } = options
  if (epochs > 1 && setup.step.input.tempo === 0) {
    throw invalidEpoch('tempo', 'is 0, so there is no next epoch')
  }
  let { input } = setup.step
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const outcome = runStep({ ...setup.step, input }, { trace })
    yield { epoch, block: input.block, input, outcome }
    if (epoch < epochs) input = nextInput(input, outcome, { stale })
  }
}

/** The subnet after some epochs, so that changes meet bonds that have grown. */
export async function warmedUp(setup: Setup, epochs: number, stale = false): Promise<Setup> {
  let last: Frame | undefined
  for (const frame of framesOf(setup, { epochs, stale })) {
    last = frame
    await pause()
  }
  if (last === undefined) return setup
  const input = nextInput(last.input, last.outcome, { stale })
  return { ...setup, step: { ...setup.step, input } }
}

/** The state that the next epoch reads. */
export function nextInput(
  input: EpochInput<AccountKey>,
  outcome: EpochOutcome,
  { stale = false }: { readonly stale?: boolean } = {},
): EpochInput<AccountKey> {
  const block = input.block + BigInt(input.tempo)
  const mechanisms = input.mechanisms.map((mechanism, mecid) => {
    const written = outcome.mechanisms.find((one) => one.mecid === mecid)?.writes.bonds
    const kept = written === undefined ? mechanism : withBonds(mechanism, written)
    return stale ? kept : resubmitted(kept, input.block)
  })
  return {
    ...input,
    block,
    lastMechanismStepBlock: input.block,
    currentEpoch: input.currentEpoch + 1n,
    validatorPermit: outcome.writes.validatorPermit,
    mechanisms,
  }
}

/** Every position is overwritten; rows beyond the last neuron stay. */
function withBonds(
  mechanism: MechanismInput<AccountKey>,
  written: readonly StoredRow[],
): MechanismInput<AccountKey> {
  return { ...mechanism, bonds: [...written, ...mechanism.bonds.slice(written.length)] }
}

/** Whoever has weights sets them again in the block of the epoch, after it. */
function resubmitted(
  mechanism: MechanismInput<AccountKey>,
  block: bigint,
): MechanismInput<AccountKey> {
  const lastUpdate = [...mechanism.lastUpdate]
  mechanism.weights.forEach((row, uid) => {
    if (row === undefined || row.length === 0) return
    while (lastUpdate.length < uid) lastUpdate.push(0n)
    const before = lastUpdate[uid] ?? 0n
    lastUpdate[uid] = before > block ? before : block
  })
  return { ...mechanism, lastUpdate }
}

/** Bonds of the mechanism that is shown: the one that was run alone, or the first. */
export function bondsOf({ outcome }: Frame): readonly StoredRow[] {
  return outcome.mechanisms[0]?.writes.bonds ?? []
}

/** Largest difference between two matrices of bonds, u16. */
export function bondsChange(before: readonly StoredRow[], after: readonly StoredRow[]): number {
  let largest = 0
  for (let uid = 0; uid < Math.max(before.length, after.length); uid += 1) {
    const old = new Map(before[uid] ?? [])
    for (const [column, value] of after[uid] ?? []) {
      largest = Math.max(largest, Math.abs(value - (old.get(column) ?? 0)))
      old.delete(column)
    }
    for (const value of old.values()) largest = Math.max(largest, value)
  }
  return largest
}

/** A bond that moves by less than this part of the largest one stands still. */
const STILL_PER = 1000

/**
 * The epoch after which bonds stand still: from one epoch to the next none moves by more than a
 * thousandth of the largest. Undefined where they still move at the end, or one epoch alone cannot
 * tell.
 */
export function settledAt(frames: readonly Frame[]): number | undefined {
  const last = frames.at(-1)
  if (last === undefined) return undefined
  const largest = bondsChange([], bondsOf(last))
  // The chain stores whole numbers, so a step of one is as small as a move can be.
  const tolerance = Math.max(1, Math.floor(largest / STILL_PER))
  let settled: number | undefined
  for (let i = frames.length - 1; i > 0; i -= 1) {
    const [before, after] = [frames[i - 1], frames[i]]
    if (before === undefined || after === undefined) break
    if (bondsChange(bondsOf(before), bondsOf(after)) > tolerance) break
    settled = before.epoch
  }
  return settled
}
