/**
 * Compares the epoch kernel with the reference on random states, for as long as it is told to.
 *
 *     npm run epoch-diff -- [--from SEED] [--count 50000] [--sizes 0,1,2,33,255,256,4096]
 *
 * A difference is printed with its seed, which stands for the state, and ends the run with exit code 1.
 *
 * @module
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { compareSeed } from '../test/local-chain/yuma/kernel/compare-seed.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    count: { type: 'string', default: '50000' },
    sizes: { type: 'string' },
  },
})
const [from, count] = [Number(values.from), Number(values.count)]
const sizes = values.sizes?.split(',').map(Number)
if (
  ![from, count, ...(sizes ?? [])].every((number) => Number.isSafeInteger(number) && number >= 0)
) {
  process.stderr.write('usage: npm run epoch-diff -- [--from SEED] [--count N] [--sizes N,N,...]\n')
  process.exit(2)
}

let epochs = 0
let left = 0
for (let seed = from; seed < from + count; seed += 1) {
  const found = compareSeed(seed, sizes)
  epochs += found.epochs
  left += found.leftToReference
  if (found.difference !== undefined) {
    process.stdout.write(`seed ${seed}: ${found.difference}\n`)
    process.exit(1)
  }
  if ((seed - from + 1) % 5000 === 0) report(`seeds ${from} to ${seed}`)
}
report(`all of seeds ${from} to ${from + count - 1}`)

function report(what: string): void {
  process.stdout.write(`${what}: ${epochs} epochs equal, ${left} left to the reference\n`)
}
