/**
 * One epoch as a pure function: 256 neurons, 64 of them validators.
 *
 * @module
 */
import { epochWithMechanisms } from '../../local-chain/yuma/index.ts'
import { goldenLargeInput } from '../../test/local-chain/yuma/generated-epochs.ts'
import type { Scenario } from '../figures.ts'
import { interleaved } from '../measure.ts'

const EMISSION = 148_000_000_000n
const SIZE = { n: 256, nv: 64, liquidAlpha: false, seed: 1 }

export const epoch: Scenario = {
  name: 'epoch',
  async measure() {
    const yuma2 = goldenLargeInput({ ...SIZE, yuma3: false })
    const yuma3 = goldenLargeInput({ ...SIZE, yuma3: true })
    const medians = await interleaved(
      {
        yuma2: () => epochWithMechanisms(yuma2, EMISSION),
        yuma3: () => epochWithMechanisms(yuma3, EMISSION),
      },
      7,
    )
    return [
      { what: 'reference epoch, 256 × 64', median: medians.yuma2, unit: 'ms' },
      { what: 'reference epoch, 256 × 64, yuma3', median: medians.yuma3, unit: 'ms' },
    ]
  },
}
