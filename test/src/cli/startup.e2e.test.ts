/**
 * Goal: help stays cheap. Method: what the bundle loads for it. How long that takes is measured by
 * `npm run bench`, never asserted.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build.mjs'

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
})
