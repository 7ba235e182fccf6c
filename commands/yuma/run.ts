/**
 * `tao yuma run`: epochs of a subnet from a file or a chain, with every intermediate on request.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { plotRoom, renderTables } from '../../src/cli/report.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { csvFlag, epochFlags, subnetFileArgs, subnetFlags } from '../../src/cli/yuma-flags.ts'
import { FIELD_MEANINGS, GLOSSARY, meanings, PARAMETER_MEANINGS } from '../../src/ops/yuma/words.ts'

interface YumaRunJson {
  readonly form: string
  readonly steps: readonly object[]
}

export default class YumaRun extends TaoCommand<YumaRunJson> {
  static override summary = 'run epochs of a subnet: who earns what, and why'
  static override description = `${GLOSSARY}

FILE is one of
  JSON  the state of a subnet in raw integers: an input object, a step {call, mecid, emission, \
input}, or a list of steps. Without an emission, 1 alpha is handed out. Results recorded in a step \
(exact) are compared with.
  YAML  the plain form, in decimals (JSON is fine too): the fields and parameters below
  CSV   uid,name,stake,0,1,2,... with one line and one column of weights for each uid

Fields of the plain form:
${meanings(FIELD_MEANINGS)}

Parameters, in decimals; left out, they are those of a new subnet. A share is rounded down to \
n/65535, and 45875/65535 is exact:
${meanings(PARAMETER_MEANINGS)}

--from-chain reads the state at the end of a block, as the epoch of the next block sees it; the \
emission is what a whole tempo pays to miners and validators. --save keeps it for later.

With --epochs, bonds and permits are carried over, the block moves on by the tempo, and validators \
set the same weights again after each epoch. Stake stays as it is.`
  static override examples = [
    '<%= config.bin %> <%= command.id %> docs/examples/yuma-subnet.yaml --epochs 20 --plot terminal',
    '<%= config.bin %> <%= command.id %> docs/examples/yuma-subnet.yaml --explain',
  ]
  static override args = subnetFileArgs
  static override flags = {
    ...subnetFlags,
    ...epochFlags,
    explain: Flags.boolean({ summary: 'show every intermediate of the epoch' }),
    check: Flags.boolean({ summary: 'fail unless recorded results come out exactly' }),
    save: Flags.string({
      summary: 'keep what was run as native JSON',
      helpValue: 'FILE',
    }),
    csv: csvFlag,
  }

  async run(): Promise<YumaRunJson> {
    const { args, flags } = await this.parse(YumaRun)
    const yuma = await import('../../src/ops/yuma/index.ts')
    for (const target of flags.plot ?? []) yuma.checkPlotTarget(target)
    if (flags.save !== undefined) yuma.checkWritable(flags.save)
    const loaded = await yuma.loadSource({ ...flags, file: args.file }, async () =>
      this.connect(await this.settings(flags)),
    )
    const waiting = this.wait('running epochs')
    const ran = await yuma.runJobs(loaded, flags)
    waiting.done()
    const steps = ran.map(yuma.stepsJson)
    if (flags.save !== undefined) yuma.saveNative(flags.save, ran)
    if (flags.check) {
      const failure = yuma.recordedFailure(steps.flat())
      if (failure !== undefined) this.failWithResult(failure)
    }
    // Before anything is printed: a file that cannot be written leaves stdout empty.
    const drawn = await yuma.drawRun(ran, flags.plot ?? [], plotRoom())
    if (flags.csv) {
      const { titles, rows } = yuma.runTable(ran)
      this.log(yuma.csvText(titles, rows))
    } else if (!this.isJson) {
      const tables = ran.flatMap((one, i) => yuma.runSections(one, steps[i]?.[0]?.matches ?? null))
      this.log(renderTables(tables))
    }
    for (const text of drawn.texts) this.log(`\n${text}`)
    for (const { job, frames } of ran) {
      const gone = yuma.inactivityNote(job.setup, frames)
      if (gone !== undefined) this.note(gone)
    }
    for (const path of drawn.files) this.note(`written to ${path}`)
    return { form: loaded.form, steps: steps.flat() }
  }
}
