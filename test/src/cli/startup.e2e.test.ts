/** Goal: help stays cheap. Method: what the bundle loads for it, and its time against bare Node's. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build.mjs'

/** style.md section 3.4; the usual distance is under 60 ms, a busy machine is given room. */
const BUDGET_MS = 250
const RUNS = 7

type Modules = Record<string, { modules: string[]; loads: string[] }>

let modules: Modules

beforeAll(async () => {
  await ensureBuilt()
  modules = JSON.parse(readFileSync('dist/modules.json', 'utf8')) as Modules
})

/** Every source that is loaded when this output is. */
function closure(entry: string, seen = new Set<string>()): string[] {
  if (seen.has(entry)) return []
  seen.add(entry)
  const { modules: own, loads } = modules[entry] ?? { modules: [], loads: [] }
  return [...own, ...loads.flatMap((next) => closure(next, seen))]
}

function outputWith(module: string): string {
  const found = Object.entries(modules).find(([, output]) => output.modules.includes(module))
  if (found === undefined) throw new Error(`no output holds ${module}`)
  return found[0]
}

describe('starting', () => {
  it('loads no crypto, network, prompt, oclif or chain code for --version and --help', () => {
    const loaded = [...closure('main.js'), ...closure(outputWith('src/cli/help.ts'))]
    expect(loaded).toContain('src/cli/help.ts')
    const heavy =
      /noble|polkadot|scure|\/ws\/|lmdb|inquirer|oclif|^(local-chain|src\/(wallet|chain|ops))/
    expect(loaded.filter((module) => heavy.test(module))).toEqual([])
  })

  it('loads no crypto, prompt or chain code for an offline command', () => {
    const loaded = closure('commands-config-get.js')
    const heavy = /polkadot|curves|\/ws\/|lmdb|inquirer|^(local-chain|src\/(wallet|chain|ops))/
    expect(loaded.filter((module) => heavy.test(module))).toEqual([])
  })

  it(`costs less than ${BUDGET_MS} ms over bare Node`, () => {
    const time = (...args: string[]): number => {
      const start = performance.now()
      spawnSync(process.execPath, args, { cwd: resolve('.') })
      return performance.now() - start
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[RUNS >> 1] ?? 0
    const runs = Array.from({ length: RUNS }, () => ({
      bare: time('-e', '0'),
      help: time('bin/run.js', '--help'),
      offline: time('bin/run.js', 'config', 'get'),
    }))
    const bare = median(runs.map((run) => run.bare))
    expect(median(runs.map((run) => run.help)) - bare).toBeLessThan(BUDGET_MS)
    expect(median(runs.map((run) => run.offline)) - bare).toBeLessThan(BUDGET_MS)
  })
})
