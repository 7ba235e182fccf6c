/**
 * Block steps per second with 128 started subnets and no neurons: one iteration is one block, its
 * diff encoded. The target is 500 a second for a whole block.
 */
import { bench, describe } from 'vitest'
import { startedSubnets, stepBlock } from './started-subnets.ts'

const loads = [
  { load: 'no TAO for subnets', emissionEnabled: false, rootTao: 0n },
  { load: 'TAO buys alpha', emissionEnabled: true, rootTao: 0n },
  { load: 'TAO and alpha injected', emissionEnabled: true, rootTao: 1_000_000n },
]

describe('block step, 128 started subnets', () => {
  for (const { load, ...options } of loads) {
    const ctx = startedSubnets({ count: 128, ...options })
    bench(load, () => {
      stepBlock(ctx)
    })
  }
})
