/**
 * One epoch: the kernel, the reference, and the chain's own code; as a pure function, and with the
 * storage that it reads and writes.
 *
 * @module
 */
import { runEpoch } from '../../local-chain/runtime/pallets/subtensor/epoch/index.ts'
import {
  epochWithMechanisms,
  kernelMechanism,
  mechanismRunner,
} from '../../local-chain/yuma/index.ts'
import { kernelInstance } from '../../local-chain/yuma/kernel/instance.ts'
import { goldenLargeInput } from '../../test/local-chain/yuma/generated-epochs.ts'
import type { Figure, Scenario } from '../figures.ts'
import { median, timed } from '../measure.ts'
import { fillSubnet, runtimeOver } from '../states.ts'

const EMISSION = 148_000_000_000n

interface Shape {
  readonly n: number
  readonly yuma3: boolean
  readonly liquidAlpha: boolean
  readonly aim?: number
  /** The chain's own Rust, compiled natively with -O3, on a machine of 2 cores. */
  readonly native?: number
}

const SHAPES: readonly Shape[] = [
  { n: 256, yuma3: false, liquidAlpha: false },
  { n: 256, yuma3: true, liquidAlpha: false, aim: 0.7, native: 3.39 },
  { n: 256, yuma3: true, liquidAlpha: true, aim: 5, native: 28.6 },
  { n: 1024, yuma3: true, liquidAlpha: true, aim: 60, native: 621 },
]

const VALIDATORS = 64
const ROUNDS = 7
/** Kernel epochs for each one of the reference. */
const RUNS = 40

export const epoch: Scenario = {
  name: 'epoch',
  async measure() {
    const figures: Figure[] = []
    for (const shape of SHAPES) figures.push(...(await measureShape(shape)))
    return [...figures, await measureStored()]
  },
}

async function measureShape({ aim, native, ...shape }: Shape): Promise<Figure[]> {
  const input = goldenLargeInput({ ...shape, nv: VALIDATORS, seed: 1 })
  const whole: number[] = []
  const inside: number[] = []
  const reference: number[] = []
  // The first round warms the code up.
  for (let round = 0; round <= ROUNDS; round++) {
    const isCounted = round > 0
    for (let run = 0; run < RUNS; run++) {
      const ms = await timed(() => epochWithMechanisms(input, EMISSION, kernelMechanism))
      if (isCounted) whole.push(ms)
    }
    const { exports } = kernelInstance()
    for (let run = 0; run < RUNS; run++) {
      const ms = await timed(() => exports.run(EMISSION))
      if (isCounted) inside.push(ms)
    }
    const ms = await timed(() => epochWithMechanisms(input, EMISSION, mechanismRunner('reference')))
    if (isCounted) reference.push(ms)
  }
  const rule = `${shape.yuma3 ? 'yuma3' : 'yuma2'}${shape.liquidAlpha ? ', liquid alpha' : ''}`
  const size = `${shape.n} × ${VALIDATORS}, ${rule}`
  const judge = { name: 'reference', value: median(reference) }
  return [
    {
      what: `epoch, ${size}`,
      median: median(whole),
      unit: 'ms',
      aim,
      baseline: native === undefined ? judge : { name: 'native Rust', value: native },
    },
    { what: 'the same, inside the kernel', median: median(inside), unit: 'ms', baseline: judge },
  ]
}

/** Storage that is decoded already, as in a running node. */
async function measureStored(): Promise<Figure> {
  const { ctx } = await runtimeOver((fresh) => {
    fillSubnet(fresh, { neurons: 256, validators: VALIDATORS })
  })
  const times: number[] = []
  for (let run = 0; run < RUNS + ROUNDS * RUNS; run++) {
    const ms = await timed(() => runEpoch(ctx, 1, EMISSION))
    if (run >= RUNS) times.push(ms)
    ctx.events.reset()
  }
  return {
    what: `epoch, 256 × ${VALIDATORS}, yuma2, with reads and writes`,
    median: median(times),
    unit: 'ms',
    baseline: { name: 'native Rust', value: 5.8 },
  }
}
