/**
 * From the words somebody typed to a command: group aliases, underscore spellings, longest match.
 * One table for all groups, so no command repeats them.
 *
 * Source: ../shared/spec/cli.md section 1 (groups and aliases of btcli 9.21.2).
 *
 * @module
 */

import { nearest } from '../primitives/nearest.ts'
import type { CommandEntry, Manifest } from './manifest.ts'

/** A group of commands. */
export interface Topic {
  readonly summary: string
  /** Other last words for the same group. */
  readonly aliases: readonly string[]
  readonly hidden?: boolean
}

/** Groups by their words. The order is the order of help. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  wallet: { summary: 'keys, balances, transfers, signatures', aliases: ['wallets', 'w'] },
  stake: { summary: 'stake, unstake, list', aliases: ['st'] },
  'stake child': { summary: 'child hotkeys and their take', aliases: ['children'] },
  subnets: { summary: 'list, create, register, inspect subnets', aliases: ['s', 'subnet'] },
  'subnets mechanisms': {
    summary: 'several incentive mechanisms in one subnet',
    aliases: ['mech'],
  },
  weights: { summary: 'the weights of a validator', aliases: ['wt', 'weight'] },
  axon: { summary: 'publish or withdraw a served endpoint', aliases: [] },
  sudo: { summary: 'hyperparameters', aliases: ['su'] },
  proxy: { summary: 'accounts that act for others', aliases: [] },
  crowd: { summary: 'crowdloans', aliases: ['cr', 'crowdloan'] },
  liquidity: { summary: 'liquidity positions of subnet pools', aliases: ['l'] },
  miner: { summary: 'run a miner', aliases: [] },
  validator: { summary: 'run a validator', aliases: [] },
  chain: { summary: 'the local chain: start, advance, inspect, reset', aliases: ['localnet'] },
  yuma: { summary: 'run Yuma consensus on a file, what-if', aliases: [] },
  config: { summary: 'defaults kept in a file', aliases: ['conf', 'c'] },
  utils: { summary: 'conversions, latency', aliases: [] },
  view: { summary: 'reports in the browser', aliases: [] },
}

/** What the words turned out to be. */
export type Resolution =
  | { readonly kind: 'command'; readonly command: CommandEntry; readonly rest: readonly string[] }
  | { readonly kind: 'topic'; readonly topic: string; readonly rest: readonly string[] }
  | { readonly kind: 'unknown'; readonly typed: string; readonly near: readonly string[] }
  | { readonly kind: 'none'; readonly rest: readonly string[] }

/**
 * Finds the command that the leading words name. Words after the longest match stay as arguments.
 * A group with words that match nothing in it is `unknown`, with suggestions from that group first.
 */
export function resolveWords(argv: readonly string[], manifest: Manifest): Resolution {
  const words = leadingWords(argv)
  if (words.length === 0) return { kind: 'none', rest: argv }
  const byWords = indexByWords(manifest)
  const path: string[] = []
  let best: { command: CommandEntry; length: number } | undefined
  for (const [i, word] of words.entries()) {
    path.push(word.replaceAll('_', '-'))
    const topic = canonicalTopic(path)
    if (topic !== undefined) path.splice(0, path.length, ...topic.split(' '))
    const command = byWords.get(path.join(' '))
    if (command !== undefined) best = { command, length: i + 1 }
    if (topic === undefined && !isPrefix(path, byWords)) break
  }
  if (best !== undefined) {
    return { kind: 'command', command: best.command, rest: argv.slice(best.length) }
  }
  return withoutCommand(words, argv, manifest)
}

/** Every command inside a group, hidden ones left out. */
export function commandsIn(topic: string, manifest: Manifest): CommandEntry[] {
  return manifest.commands.filter((c) => !c.hidden && c.id.startsWith(`${topic} `))
}

function withoutCommand(
  words: readonly string[],
  argv: readonly string[],
  manifest: Manifest,
): Resolution {
  let topic = ''
  let used = 0
  for (const word of words) {
    const next = canonicalTopic([...(topic === '' ? [] : topic.split(' ')), word])
    if (next === undefined) break
    topic = next
    used += 1
  }
  if (topic !== '' && used === words.length) return { kind: 'topic', topic, rest: argv.slice(used) }
  const typed = words.slice(0, used + 1).join(' ')
  const missed = (words[used] ?? '').replaceAll('_', '-')
  const after = words.slice(used + 1)
  const near = suggestions(topic, missed, manifest).map((head) => withRest(head, after, manifest))
  return { kind: 'unknown', typed, near: [...new Set(near)] }
}

/** The whole command, if only the group was mistyped: `tao stak add`. */
function withRest(head: string, after: readonly string[], manifest: Manifest): string {
  const corrected = resolveWords([...head.split(' '), ...after], manifest)
  return corrected.kind === 'command' ? corrected.command.id : head
}

function suggestions(topic: string, missed: string, manifest: Manifest): string[] {
  const visible = manifest.commands.filter((command) => !command.hidden)
  const inside = topic === '' ? visible : visible.filter((c) => c.id.startsWith(`${topic} `))
  const depth = topic === '' ? 0 : topic.split(' ').length
  const heads = new Map<string, string>()
  for (const { id } of inside) {
    const parts = id.split(' ')
    heads.set(parts[depth] ?? '', parts.slice(0, depth + 1).join(' '))
  }
  const here = nearest(missed, [...heads.keys()]).map((head) => heads.get(head) ?? head)
  if (here.length > 0) return here
  // The verb may be right and the group wrong: `tao wallet add` for `tao stake add`.
  return visible
    .filter(({ id }) => id.split(' ').at(-1) === missed)
    .map(({ id }) => id)
    .slice(0, 3)
}

function leadingWords(argv: readonly string[]): string[] {
  const end = argv.findIndex((token) => token.startsWith('-'))
  return argv.slice(0, end === -1 ? argv.length : end)
}

/** The group that these words name, through aliases of its last word. */
function canonicalTopic(words: readonly string[]): string | undefined {
  const typed = words.join(' ')
  if (TOPICS[typed] !== undefined) return typed
  const parent = words.slice(0, -1).join(' ')
  const last = words.at(-1) ?? ''
  return Object.keys(TOPICS).find((topic) => {
    const cut = topic.lastIndexOf(' ')
    const sameParent = (cut === -1 ? '' : topic.slice(0, cut)) === parent
    return sameParent && TOPICS[topic]?.aliases.includes(last)
  })
}

function indexByWords(manifest: Manifest): ReadonlyMap<string, CommandEntry> {
  const byWords = new Map<string, CommandEntry>()
  for (const command of manifest.commands) {
    for (const alias of command.aliases) byWords.set(alias, command)
  }
  // A command's own words win over anybody's alias.
  for (const command of manifest.commands) byWords.set(command.id, command)
  return byWords
}

function isPrefix(path: readonly string[], byWords: ReadonlyMap<string, CommandEntry>): boolean {
  const prefix = `${path.join(' ')} `
  for (const words of byWords.keys()) if (words.startsWith(prefix)) return true
  return false
}
