/** Goal: completion offers what can follow, nothing hidden. Method: a small manifest; the scripts in their shells. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { complete, completionScript } from '../../../src/cli/completion.ts'
import type { OptionSpec } from '../../../src/cli/manifest.ts'

const option = (name: string, hidden = false): OptionSpec => ({
  name,
  aliases: [],
  summary: '',
  takesValue: false,
  negatable: false,
  multiple: false,
  required: false,
  hidden,
})
const command = (id: string, hidden = false) => {
  return { id, file: '', summary: '', aliases: [], hidden }
}
const manifest = {
  commands: ['demo', 'stake add', 'stake child get', 'wallet list'].map((id) => command(id)),
}
manifest.commands.push(command('wallet inspect', true))
const details = () => ({
  'stake add': {
    description: '',
    examples: [],
    arguments: [],
    options: [option('amount'), option('all'), option('prompt', true)],
  },
})

describe('complete', () => {
  it.each([
    [[''], ['wallet', 'stake', 'demo']],
    [['st'], ['stake']],
    [
      ['st', ''],
      ['child', 'add'],
    ],
    [['stake', 'children', ''], ['get']],
    [['wallet', ''], ['list']],
    [['stake', 'add', ''], []],
    [
      ['stake', 'add', '--a'],
      ['--amount', '--all'],
    ],
    [['stake', '-'], ['--help']],
  ])('offers for %j', (typed, offered) => {
    expect(complete(typed, manifest, details)).toEqual(offered)
  })
})

describe('completionScript', () => {
  it('is valid bash', () => {
    const script = completionScript('bash')
    expect(spawnSync('bash', ['-n'], { input: script }).status).toBe(0)
    expect(completionScript('zsh')).toContain('compdef')
    expect(completionScript('fish')).toContain('complete -c tao')
  })

  it('exits 2 for another shell', () => {
    expect(() => completionScript('tcsh')).toThrow(/bash, zsh, fish/)
  })
})
