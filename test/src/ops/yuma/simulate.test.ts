/**
 * Goal: an epoch reads what the one before left, as on the chain. Method: recorded scenarios, in
 * which each step's input already holds what the step before stored.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  epochStepFromJson,
  exactJson,
  type PairsJson,
  runStep,
  type StoredRow,
  U16Pairs,
} from '../../../../local-chain/yuma/index.ts'
import {
  bondsChange,
  nextInput,
  settledAt,
  simulate,
  warmedUp,
} from '../../../../src/ops/yuma/simulate.ts'
import { hasShared, sharedJson } from '../../../support/shared.ts'

interface Step {
  input: {
    weights: unknown
    validatorPermit: boolean[]
  }
  exact: object
}

interface Scenario {
  name: string
  steps: Step[]
}

function scenarios(file: string): Scenario[] {
  return hasShared ? sharedJson<Scenario[]>(`vectors/yuma/${file}.json`) : []
}

/** Rows that hold something, by uid. */
function filled(rows: readonly (StoredRow | undefined)[]): Record<string, StoredRow> {
  const found = [...rows.entries()].filter(([, row]) => row !== undefined && row.length > 0)
  return Object.fromEntries(found) as Record<string, StoredRow>
}

const all = [...scenarios('epoch'), ...scenarios('yuma3'), ...scenarios('permits')]

describe.skipIf(!hasShared)('nextInput', () => {
  it.each(all)('carries bonds over in $name', ({ name, steps }) => {
    steps.slice(0, -1).forEach((json, k) => {
      const step = epochStepFromJson(json)
      const next = nextInput(step.input, runStep(step))
      const recorded = epochStepFromJson(steps[k + 1]).input
      // That scenario resets the bonds of uid 3 by itself between two epochs.
      const isReset = name.startsWith('bonds_reset') && k === 20
      if (isReset) return
      const [carried, stored] = [next, recorded].map((input) => input.mechanisms[0]?.bonds ?? [])
      expect(filled(carried ?? []), `step ${k}`).toEqual(filled(stored ?? []))
    })
  })

  it.each([...scenarios('yuma3'), ...scenarios('permits')])(
    'carries permits over in $name',
    ({ steps }) => {
      steps.slice(0, -1).forEach((json, k) => {
        const step = epochStepFromJson(json)
        const next = nextInput(step.input, runStep(step))
        expect(next.validatorPermit, `step ${k}`).toEqual(steps[k + 1]?.input.validatorPermit)
      })
    },
  )

  it('moves the block on by the tempo and counts the epoch', () => {
    const step = epochStepFromJson(scenarios('yuma3')[0]?.steps[0])
    const next = nextInput(step.input, runStep(step))
    expect(next.block).toBe(step.input.block + BigInt(step.input.tempo))
    expect(next.lastMechanismStepBlock).toBe(step.input.block)
    expect(next.currentEpoch).toBe(step.input.currentEpoch + 1n)
  })
})

describe.skipIf(!hasShared)('simulate', () => {
  const reset = scenarios('yuma3').find(({ name }) => name.startsWith('bonds_reset'))
  const steps = reset?.steps ?? []
  // The longest stretch in which nobody changes weights, before the reset at step 20.
  const from = 3
  const to = 20

  it('gives the recorded epochs of a scenario whose weights stay the same', () => {
    const stretch = steps.slice(from, to)
    const weights = stretch.map(({ input }) => JSON.stringify(input.weights))
    expect(new Set(weights).size).toBe(1)
    const setup = { step: epochStepFromJson(stretch[0]), names: [] }
    const frames = simulate(setup, { epochs: stretch.length })
    expect(frames.length).toBe(to - from)
    frames.forEach((frame, i) => {
      expect(exactJson(frame.outcome), `epoch ${i}`).toMatchObject(stretch[i]?.exact ?? {})
    })
  })

  it('goes on where a warm-up ended', async () => {
    const setup = { step: epochStepFromJson(steps[from]), names: [] }
    const whole = simulate(setup, { epochs: 6 }).at(-1)
    const rest = simulate(await warmedUp(setup, 4), { epochs: 2 }).at(-1)
    expect(rest?.outcome).toEqual(whole?.outcome)
  })

  it('lets validators become inactive where they never set weights again', () => {
    const setup = { step: epochStepFromJson(steps[from]), names: [] }
    const input = { ...setup.step.input, tempo: 360, activityCutoffFactorMilli: 2000 }
    const aged = { ...setup, step: { ...setup.step, input } }
    const activeAfter = (stale: boolean): boolean[] => {
      const last = simulate(aged, { epochs: 5, stale }).at(-1)
      return [...(last?.outcome.writes.active ?? [])]
    }
    expect(activeAfter(false).slice(0, 3)).toEqual([true, true, true])
    expect(activeAfter(true)).toEqual(aged.step.input.hotkeys.map(() => false))
  })

  it('refuses a second epoch where the tempo is 0', () => {
    const step = epochStepFromJson(steps[0])
    const still = { ...step, input: { ...step.input, tempo: 0 } }
    expect(() => simulate({ step: still, names: [] }, { epochs: 2 })).toThrow(/no next epoch/)
    expect(simulate({ step: still, names: [] }, { epochs: 1 }).length).toBe(1)
  })
})

describe('bondsChange', () => {
  it.each<[string, PairsJson[], PairsJson[], number]>([
    ['nothing', [[[1, 5]]], [[[1, 5]]], 0],
    ['a value', [[[1, 5]]], [[[1, 9]]], 4],
    ['an entry that went', [[[1, 5]]], [[]], 5],
    ['an entry that came, in a new row', [[]], [[], [[2, 7]]], 7],
  ])('measures %s', (_what, before, after, change) => {
    expect(bondsChange(before.map(U16Pairs.of), after.map(U16Pairs.of))).toBe(change)
  })

  it('says that one epoch alone has not settled', () => {
    expect(settledAt([])).toBeUndefined()
  })
})
