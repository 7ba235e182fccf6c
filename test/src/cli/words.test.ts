/** Goal: every documented spelling of a command leads to it. Method: a small manifest, words in, command out. */
import { describe, expect, it } from 'vitest'
import type { CommandEntry } from '../../../src/cli/manifest.ts'
import { resolveWords } from '../../../src/cli/words.ts'

function entry(id: string, aliases: string[] = [], hidden = false): CommandEntry {
  return { id, file: `${id}.js`, summary: '', aliases, hidden }
}

const manifest = {
  commands: [
    entry('explain'),
    entry('stake add'),
    entry('stake child get'),
    entry('stake set-claim', ['stake claim', 'stake unclaim']),
    entry('subnets hyperparameters'),
    entry('subnets mechanisms count'),
    entry('sudo stake-burn', ['sudo buyback']),
    entry('wallet new-coldkey'),
    entry('wallet inspect', [], true),
  ],
}

describe('resolveWords', () => {
  // Aliases: ../shared/spec/cli.md section 1.
  it.each([
    ['wallet new-coldkey', 'wallet new-coldkey'],
    ['wallets new_coldkey', 'wallet new-coldkey'],
    ['w new_coldkey', 'wallet new-coldkey'],
    ['st add', 'stake add'],
    ['st children get', 'stake child get'],
    ['stake unclaim', 'stake set-claim'],
    ['s mech count', 'subnets mechanisms count'],
    ['subnet hyperparameters', 'subnets hyperparameters'],
    ['su buyback', 'sudo stake-burn'],
    ['wallet inspect', 'wallet inspect'],
  ])('leads %s to its command', (typed, id) => {
    expect(resolveWords(typed.split(' '), manifest)).toMatchObject({
      kind: 'command',
      command: { id },
      rest: [],
    })
  })

  it('leaves arguments and options behind the longest match', () => {
    expect(resolveWords(['explain', 'NotEnoughBalance', '--json'], manifest)).toMatchObject({
      kind: 'command',
      command: { id: 'explain' },
      rest: ['NotEnoughBalance', '--json'],
    })
  })

  it('names the group when no command follows', () => {
    expect(resolveWords(['st', 'child', '--help'], manifest)).toEqual({
      kind: 'topic',
      topic: 'stake child',
      rest: ['--help'],
    })
  })

  it.each([
    ['stak add', ['stake add']],
    ['stake ad', ['stake add']],
    ['wallet add', ['stake add']],
    ['wallet new-codlkey', ['wallet new-coldkey']],
    ['xyzzy', []],
  ])('suggests for %s', (typed, near) => {
    const found = resolveWords(typed.split(' '), manifest)
    expect(found.kind).toBe('unknown')
    if (found.kind === 'unknown') expect(found.near.slice(0, 1)).toEqual(near)
  })

  it('never suggests a hidden command', () => {
    expect(resolveWords(['wallet', 'inspct'], manifest)).toMatchObject({ near: [] })
  })

  it('takes no words as nothing asked', () => {
    expect(resolveWords(['--help'], manifest)).toEqual({ kind: 'none', rest: ['--help'] })
  })
})
