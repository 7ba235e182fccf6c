/**
 * `tao yuma compare`: what-if. Variants of a subnet side by side over many epochs.
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
import { CHANGE_HELP, indented } from '../../src/ops/yuma/words.ts'

interface YumaCompareJson {
  readonly epochs: number
  readonly emission: string
  readonly variants: readonly object[]
}

export default class YumaCompare extends TaoCommand<YumaCompareJson> {
  static override summary = 'what if: variants of a subnet side by side over many epochs'
  static override description =
    `The subnet as it is comes first; every other variant is shown against it: who gains, who loses, \
and after which epoch bonds stand still (none moves by more than a thousandth of the largest).

A variant is 'NAME: KEY=VALUE, KEY=VALUE'; a file in the plain form may hold some under variants.
WHO and WHOM are uids or names. Keys:
${indented(CHANGE_HELP)}

A cabal of existing validators is a set of rows: weights.alice=dave:1, weights.bob=dave:1.
Files and parameters: tao yuma run --help.`
  static override examples = [
    "<%= config.bin %> <%= command.id %> docs/examples/yuma-subnet.yaml --variant kappa=0.7 --variant 'rich bob: stake.bob=900'",
    "<%= config.bin %> <%= command.id %> docs/examples/yuma-subnet.yaml --epochs 40 --variant 'cabal.dave=30%'",
  ]
  static override args = subnetFileArgs
  static override flags = {
    variant: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      summary: 'changes to compare with',
      helpValue: 'TEXT',
    }),
    ...subnetFlags,
    ...epochFlags,
    'warm-up': warmUpFlag,
    csv: csvFlag,
  }

  async run(): Promise<YumaCompareJson> {
    const { args, flags } = await this.parse(YumaCompare)
    const yuma = await import('../../src/ops/yuma/index.ts')
    for (const target of flags.plot ?? []) yuma.checkPlotTarget(target)
    const loaded = await yuma.loadSource({ ...flags, file: args.file }, async () =>
      this.connect(await this.settings(flags)),
    )
    const job = yuma.onlyJob(loaded)
    const waiting = this.wait('running the epochs before the change')
    const setup = await yuma.warmedUp(job.setup, flags['warm-up'], flags.stale)
    waiting.done()
    const epochs = flags.epochs ?? job.epochs ?? 50
    const variants = yuma.variantsOf(job, flags.variant ?? [])
    const bar = await this.bar('running epochs', epochs * (variants.length + 1))
    let done = 0
    const onEpoch = (): void => bar.update(++done)
    const runs = await yuma.compareVariants(setup, variants, {
      epochs,
      stale: flags.stale,
      onEpoch,
    })
    bar.done()
    // Before anything is printed: a file that cannot be written leaves stdout empty.
    const drawn = await yuma.drawComparison(runs, flags.plot ?? [], plotRoom())
    if (flags.csv) {
      const { titles, rows } = yuma.compareTable(runs)
      this.log(yuma.csvText(titles, rows))
    } else {
      this.log(renderTables(yuma.compareSections(runs, { all: this.isVerbose })))
    }
    for (const text of drawn.texts) this.log(`\n${text}`)
    for (const { name, setup: changed, frames } of runs) {
      const gone = yuma.inactivityNote(changed, frames)
      if (gone !== undefined) this.note(`${name}: ${gone}`)
    }
    for (const path of drawn.files) this.note(`written to ${path}`)
    return yuma.comparisonJson(runs, epochs, job)
  }
}
