/**
 * Plays recorded traces on the runtime and reports the first difference of each.
 *
 *     npm run replay -- ../shared/vectors/traces/smoke-0.json.gz [more files] [--keep-going] [--until N]
 *
 * One line per file, `name: N blocks equal`, or the first difference; exit code 1 when there is one.
 * With `--keep-going` a block that differs is repaired from the recording and the play goes on; then
 * there is a line per kind of difference, with its count and first case. `--weights` compares the weights of
 * calls too. `--epoch` says what computes epochs: the compiled kernel, the reference, or both, compared (the
 * default).
 *
 * @module
 */
import { basename } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { prepareRuntime } from '../local-chain/runtime/runtime.ts'
import { EPOCH_MODES } from '../local-chain/yuma/index.ts'
import { type Difference, replay } from '../test/support/replay.ts'
import { loadTrace } from '../test/support/traces.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'keep-going': { type: 'boolean', default: false },
    epoch: { type: 'string', default: 'both' },
    until: { type: 'string' },
    weights: { type: 'boolean', default: false },
  },
})
const epoch = EPOCH_MODES.find((mode) => mode === values.epoch)
if (positionals.length === 0 || epoch === undefined) {
  process.stderr.write(
    `usage: npm run replay -- FILE... [--keep-going] [--weights] [--until BLOCK] [--epoch ${EPOCH_MODES.join('|')}]\n`,
  )
  process.exit(2)
}

await Promise.all([cryptoWaitReady(), prepareRuntime()])
for (const file of positionals) {
  const trace = loadTrace(file)
  const report = replay(trace, {
    keepGoing: values['keep-going'],
    weights: values.weights,
    epoch,
    ...(values.until === undefined ? {} : { until: Number(values.until) }),
  })
  const name = basename(file).replace('.json.gz', '')
  if (report.differences.length === 0) {
    process.stdout.write(`${name}: ${report.blocks} blocks equal\n`)
    continue
  }
  process.exitCode = 1
  const shown = values['keep-going']
    ? firstOfGroups(report.differences)
    : firstBlock(report.differences)
  process.stdout.write(`${name}: differs\n${shown.join('\n')}\n`)
}

/** The differences of the first block that has any. */
function firstBlock(differences: readonly Difference[]): string[] {
  const most = 12
  const lines = differences.slice(0, most).map(line)
  return differences.length > most ? [...lines, `  and ${differences.length - most} more`] : lines
}

/** The first difference of each group, in the order of their first blocks. */
function firstOfGroups(differences: readonly Difference[]): string[] {
  const groups = new Map<string, { count: number; first: Difference }>()
  for (const difference of differences) {
    const group = groups.get(difference.group)
    if (group === undefined) groups.set(difference.group, { count: 1, first: difference })
    else group.count++
  }
  return [...groups.entries()].map(
    ([name, { count, first }]) => `  ${count} x ${name}\n  ${line(first)}`,
  )
}

function line({ block, detail }: Difference): string {
  return `  block ${block}: ${detail}`
}
