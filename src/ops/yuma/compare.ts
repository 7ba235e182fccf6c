/**
 * Variants of a subnet side by side: who gains, who loses, when bonds settle.
 *
 * @module
 */
import { applyChanges, type Change } from './changes.ts'
import { invalidEpoch } from './errors.ts'
import { termsOf, totals } from './metrics.ts'
import { nameOf, type Setup } from './setup.ts'
import { checkRoom, type Frame, settledAt, simulateInTurns } from './simulate.ts'

export interface Variant {
  readonly name: string
  readonly changes: readonly Change[]
}

/** A variant after its epochs. */
export interface VariantRun extends Variant {
  readonly setup: Setup
  readonly frames: readonly Frame[]
  /** Rao by uid over all epochs. */
  readonly totals: readonly bigint[]
  /** Undefined while bonds still move. */
  readonly settled: number | undefined
}

/** A neuron in every variant; undefined where the variant has no such neuron. */
export interface NeuronComparison {
  readonly uid: number
  readonly name: string
  /** Rao over all epochs, in the order of the variants. */
  readonly totals: readonly (bigint | undefined)[]
  /** Against the first variant. */
  readonly changes: readonly (bigint | undefined)[]
}

export interface CompareOptions {
  readonly epochs: number
  readonly stale?: boolean
  readonly onEpoch?: () => void
}

/** Name of the subnet as it is given. */
export const BASE = 'as is'

/** More columns than this fit neither a table nor a plot. */
const VARIANTS_MAX = 12

/**
 * Runs the subnet as it is and every variant.
 *
 * @throws TaoError INVALID_EPOCH  a change breaks a rule, two variants have one name
 */
export async function compareVariants(
  setup: Setup,
  variants: readonly Variant[],
  { epochs, stale = false, onEpoch }: CompareOptions,
): Promise<VariantRun[]> {
  if (variants.length === 0) throw invalidEpoch('', 'there is no variant to compare with')
  if (variants.length > VARIANTS_MAX) {
    throw invalidEpoch('', `there are ${variants.length} variants; at most ${VARIANTS_MAX} fit`)
  }
  const all = [{ name: BASE, changes: [] }, ...variants]
  const names = all.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw invalidEpoch('', `two variants are called ${twice}`)
  // All changes are checked before the first epoch is run.
  const setups = all.map(({ name, changes }) => applyChanges(setup, changes, `variant ${name}`))
  checkRoom(setup, epochs, all.length)
  const runs: VariantRun[] = []
  for (const [i, variant] of all.entries()) {
    const changed = setups[i] ?? setup
    const options = { epochs, stale, ...(onEpoch ? { onEpoch } : {}) }
    const frames = await simulateInTurns(changed, options)
    const settled = settledAt(frames)
    runs.push({ ...variant, setup: changed, frames, totals: totals(frames), settled })
  }
  return runs
}

/** By uid. Neurons that two variants add under different names share no row. */
export function compareNeurons(runs: readonly VariantRun[]): NeuronComparison[] {
  const keys = new Map<string, { uid: number; name: string }>()
  for (const { setup } of runs) {
    for (let uid = 0; uid < setup.step.input.n; uid += 1) {
      const name = nameOf(setup, uid)
      if (!keys.has(`${uid} ${name}`)) keys.set(`${uid} ${name}`, { uid, name })
    }
  }
  return [...keys.values()]
    .sort((a, b) => a.uid - b.uid)
    .map(({ uid, name }) => {
      const found = runs.map((run) =>
        uid < run.setup.step.input.n && nameOf(run.setup, uid) === name
          ? (run.totals[uid] ?? 0n)
          : undefined,
      )
      const base = found[0] ?? 0n
      const changes = found.map((total) => (total === undefined ? undefined : total - base))
      return { uid, name, totals: found, changes }
    })
}

/** What a variant did to whom, as JSON. */
export function variantJson(run: VariantRun, base: VariantRun) {
  const last = run.frames.at(-1)
  return {
    name: run.name,
    changes: run.changes.map(([key, value]) => ({ key, value })),
    settledEpoch: run.settled ?? null,
    neurons: run.totals.map((total, uid) => {
      const terms = last === undefined ? undefined : termsOf(last, uid)
      const sameNeuron = nameOf(run.setup, uid) === nameOf(base.setup, uid)
      const before = sameNeuron ? (base.totals[uid] ?? 0n) : 0n
      return {
        uid,
        name: run.setup.names[uid] ?? null,
        totalEmission: String(total),
        change: String(total - before),
        lastEpoch: {
          serverEmission: String(terms?.serverEmission ?? 0n),
          validatorEmission: String(terms?.validatorEmission ?? 0n),
          incentive: terms?.incentive ?? 0,
          dividends: terms?.dividend ?? 0,
          consensus: terms?.consensus ?? 0,
          validatorTrust: terms?.validatorTrust ?? 0,
          validatorPermit: terms?.newValidatorPermit ?? false,
        },
      }
    }),
  }
}
