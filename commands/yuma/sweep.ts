/**
 * `tao yuma sweep`: one or two keys through a range of values, and what it does to some metrics.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { plotRoom, renderTables } from '../../src/cli/report.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import {
  csvFlag,
  epochFlags,
  subnetFileArgs,
  subnetFlags,
  warmUpFlag,
} from '../../src/cli/yuma-flags.ts'
import { CHANGE_HELP, indented, METRIC_HELP } from '../../src/ops/yuma/words.ts'

interface YumaSweepJson {
  readonly epochs: number
  readonly params: readonly string[]
  readonly metrics: readonly string[]
  readonly points: readonly object[]
}

export default class YumaSweep extends TaoCommand<YumaSweepJson> {
  static override summary = 'what if: a parameter through a range, and what it does to whom'
  static override description =
    `Runs the subnet once for every value (or pair of values, with two --param) and measures what came out \
after the last epoch. A range is FROM:TO:STEP with TO included; a|b|c lists values.

Keys:
${indented(CHANGE_HELP)}

Metrics (WHO and WHOM are uids or names):
${indented(METRIC_HELP)}

Files and parameters: tao yuma run --help.`
  static override examples = [
    '<%= config.bin %> <%= command.id %> docs/examples/yuma-subnet.yaml --param kappa=0.4:0.6:0.01 --metric dividends:alice --epochs 10',
    "<%= config.bin %> <%= command.id %> docs/examples/yuma-subnet.yaml --param 'yuma3=true|false' --metric bond:bob:dave --metric settled --epochs 30",
  ]
  static override args = subnetFileArgs
  static override flags = {
    param: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      summary: 'a key and its values',
      helpValue: 'KEY=FROM:TO:STEP',
    }),
    metric: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      summary: 'what to measure',
      helpValue: 'NAME:WHO',
    }),
    ...subnetFlags,
    ...epochFlags,
    'warm-up': warmUpFlag,
    csv: csvFlag,
  }

  async run(): Promise<YumaSweepJson> {
    const { args, flags } = await this.parse(YumaSweep)
    const yuma = await import('../../src/ops/yuma/index.ts')
    for (const target of flags.plot ?? []) yuma.checkPlotTarget(target)
    const keys = yuma.parseSweptKeys(flags.param)
    const metrics = flags.metric.map(yuma.parseMetric)
    const loaded = await yuma.loadSource({ ...flags, file: args.file }, async () =>
      this.connect(await this.settings(flags)),
    )
    const job = yuma.onlyJob(loaded)
    const waiting = this.wait('running the epochs before the change')
    const setup = await yuma.warmedUp(job.setup, flags['warm-up'], flags.stale)
    waiting.done()
    const epochs = flags.epochs ?? job.epochs ?? 1
    const bar = await this.bar('running points', yuma.pointCount(keys))
    const onPoint = (done: number): void => bar.update(done)
    const points = await yuma.sweep(setup, keys, metrics, { epochs, stale: flags.stale, onPoint })
    bar.done()
    const table = yuma.sweepTable(keys, flags.metric, points)
    // Before anything is printed: a file that cannot be written leaves stdout empty.
    const drawn = await yuma.drawSweep(keys, flags.metric, points, flags.plot ?? [], plotRoom())
    if (flags.csv) this.log(yuma.csvText(table.titles, table.rows))
    else this.log(renderTables([{ title: `After ${epochs} epochs`, ...table }]))
    for (const text of drawn.texts) this.log(`\n${text}`)
    for (const path of drawn.files) this.note(`written to ${path}`)
    return yuma.sweepJson(keys, flags.metric, points, epochs)
  }
}
