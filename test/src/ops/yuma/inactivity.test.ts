/**
 * Goal: who drops out of the simulation is told. Method: a subnet in which one staked neuron never sets
 * weights.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { inactivityNote } from '../../../../src/ops/yuma/inactivity.ts'
import { loadText, onlyJob } from '../../../../src/ops/yuma/load.ts'
import { simulate } from '../../../../src/ops/yuma/simulate.ts'

const SUBNET = `names: [ann, bob, cas]
stake: [5, 5, 0]
weights: {ann: {cas: 1}}
activityCutoff: 3
`

function note(text: string): string | undefined {
  const { setup } = onlyJob(loadText(text, 'stdin', () => ({ n: 0, names: [], rows: [] })))
  return inactivityNote(setup, simulate(setup, { epochs: 10 }))
}

describe('inactivityNote', () => {
  it('names who sets no weights, and the epoch', () => {
    expect(note(SUBNET)).toBe(
      'from epoch 4 on the stake of bob does not count: no weights for longer than activityCutoff',
    )
  })

  it('is silent when everybody with stake sets weights', () => {
    expect(
      note(SUBNET.replace('{ann: {cas: 1}}', '{ann: {cas: 1}, bob: {cas: 1}}')),
    ).toBeUndefined()
  })
})
