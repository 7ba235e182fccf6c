/**
 * `tao demo`: plays a small economy in a temporary folder, command by command.
 *
 * What happens is in `src/ops/demo/script.ts`; this file runs its lines and shows the result.
 *
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Flags from '@oclif/core/flags'
import { moveInto } from '../src/cli/env.ts'
import { runLine } from '../src/cli/run-line.ts'
import { renderTable } from '../src/cli/table.ts'
import { TaoCommand } from '../src/cli/tao-command.ts'
import { resultsToStderr } from '../src/cli/terminal.ts'
import type { Ledger } from '../src/ops/demo/ledger.ts'
import type { Stage } from '../src/ops/demo/script.ts'
import { formatAlpha } from '../src/primitives/amount.ts'
import { ExitCode, TaoError } from '../src/primitives/tao-error.ts'

interface DemoJson {
  readonly folder: string
  readonly from: number
  readonly to: number
  readonly minted: string
  readonly earned: readonly {
    readonly name: string
    readonly part: string
    readonly alpha: string
  }[]
  readonly rounding: string
  readonly balanced: boolean
  readonly seconds: number
}

/** Steps with the moment they began, in ms. */
type TimeLine = { readonly title: string; readonly at: number }[]

export default class Demo extends TaoCommand<DemoJson> {
  static override summary = 'play a small economy: subnet, validators, miners, earnings'
  static override description =
    'Every line that is run is shown first, so that you can type the same. Nothing outside of a ' +
    'temporary folder is touched; --keep leaves it there.'
  static override examples = ['<%= config.bin %> <%= command.id %>']
  static override flags = { keep: Flags.boolean({ summary: 'leave the folder there' }) }

  async run(): Promise<DemoJson> {
    const { flags } = await this.parse(Demo)
    const { playDemo } = await import('../src/ops/demo/script.ts')
    const folder = mkdtempSync(join(tmpdir(), 'tao-demo-'))
    if (!flags.keep) this.onEnd(() => rmSync(folder, { recursive: true, force: true }))
    for (const line of moveInto(folder)) this.log(`$ ${line}`)
    const times: TimeLine = []
    const started = performance.now()
    const restore = this.isJson ? resultsToStderr() : () => {}
    const ledger = await playDemo(this.#stage(times)).finally(restore)
    const seconds = (performance.now() - started) / 1000
    this.log(`\n${earnings(ledger)}\n\n${timeLine(times, started + seconds * 1000)}`)
    if (flags.keep) this.log(`\nchain and wallets are in ${folder}`)
    if (!ledger.isBalanced) {
      throw new TaoError('DEMO_UNBALANCED', 'what was earned is not what was minted', {
        exitCode: ExitCode.bug,
        data: { minted: ledger.minted.toString(), rounding: ledger.rounding.toString() },
      })
    }
    const { from, to, isBalanced: balanced } = ledger
    const [minted, rounding] = [ledger.minted.toString(), ledger.rounding.toString()]
    const earned = ledger.earned.map((one) => ({ ...one, alpha: one.alpha.toString() }))
    return { folder, from, to, minted, earned, rounding, balanced, seconds }
  }

  #stage(times: TimeLine): Stage {
    return {
      tao: (line) => runLine(line),
      say: (title, text) => {
        if (title !== '') {
          times.push({ title, at: performance.now() })
          this.log(`\n== ${title} ${'='.repeat(Math.max(0, 76 - title.length))}`)
        }
        this.log(`# ${text}`)
      },
      account: async (wallet, role) => {
        const settings = await this.settings({ 'wallet-name': wallet })
        return this.account(role, settings)
      },
      ask: async (question) => {
        const { connect } = await import('../src/chain/connect.ts')
        const { network, dataDir } = await this.settings({})
        const client = await connect({ network: network.value, dataDir: dataDir.value })
        try {
          return await question(client)
        } finally {
          await client.close()
        }
      },
    }
  }
}

function earnings(ledger: Ledger): string {
  const { minted, earned, rounding, bought, from, to } = ledger
  const percent = (alpha: bigint): string =>
    `${(Number((alpha * 1_000_000n) / minted) / 10_000).toFixed(2)} %`
  const row = (name: string, part: string, alpha: bigint): string[] => [
    name,
    part,
    formatAlpha(alpha),
    percent(alpha),
  ]
  const sums = [
    { title: 'owner', parts: ['owner'] },
    { title: 'validators and nominators', parts: ['validator', 'nominator'] },
    { title: 'miners', parts: ['miner'] },
  ].map(({ title, parts }) => {
    const own = earned.filter(({ part }) => parts.includes(part))
    return row(
      title,
      'sum',
      own.reduce((sum, { alpha }) => sum + alpha, 0n),
    )
  })
  const columns = [
    'WHO',
    'PART',
    { title: 'EARNED ALPHA', numeric: true },
    { title: 'SHARE', numeric: true },
  ]
  const rows = [
    ...earned.map(({ name, part, alpha }) => row(name, part, alpha)),
    ...sums,
    row('rounding', 'nobody', rounding),
  ]
  const title = `Earned from block ${from} to block ${to}`
  const footer = row('minted', `${to - from} blocks`, minted)
  const verdict = ledger.isBalanced
    ? `check: earned + rounding = minted = growth of the subnet's alpha less ${formatAlpha(bought)} ` +
      'that new TAO bought'
    : 'check FAILED: earned + rounding is not what was minted'
  return `${renderTable(columns, rows, { title, footer })}\n${verdict}`
}

function timeLine(times: TimeLine, end: number): string {
  const rows = times.map(({ title, at }, i) => {
    const until = times[i + 1]?.at ?? end
    return [title, ((until - at) / 1000).toFixed(1)]
  })
  const total = ((end - (times[0]?.at ?? end)) / 1000).toFixed(1)
  const columns = ['STEP', { title: 'SECONDS', numeric: true }]
  return renderTable(columns, rows, { title: 'Time line', footer: ['all', total] })
}
