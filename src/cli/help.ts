/**
 * Help texts, from the manifest alone.
 *
 * @module
 */
import process from 'node:process'
import type { CommandDetails, CommandEntry, Manifest, OptionSpec } from './manifest.ts'
import { onStdout } from './style.ts'
import { VERSION } from './version.ts'
import { commandsIn, TOPICS } from './words.ts'

/** Groups of options, in the order of help; a command's own options come first. */
const GROUPS = ['OPTIONS', 'WALLET', 'NETWORK', 'TRANSACTION', 'OUTPUT']

/** Widest left column; a longer entry pushes its text to the next line. */
const LEFT_MAX = 34

/** Blanks before and after the left column. */
const GAP = 4

const WIDTH_MAX = 100

/** `tao --help`. */
export function rootHelp(manifest: Manifest): string {
  const topics = Object.entries(TOPICS)
    .filter(([name]) => !name.includes(' ') && commandsIn(name, manifest).length > 0)
    .map(([name, topic]) => [name, topic.summary] as const)
  const commands = manifest.commands
    .filter(({ id, hidden }) => !hidden && !id.includes(' '))
    .map(({ id, summary }) => [id, summary] as const)
  return join([
    `tao ${VERSION}: Bittensor wallet and operator CLI with a chain of its own`,
    section('Usage', [['tao COMMAND [OPTIONS]', '']]),
    section('Groups', topics),
    section('Commands', commands),
    section('Everywhere', [
      ['--help, -h', 'help of a group or command'],
      ['--version', 'version of tao'],
      ['--commands', 'every command in one list'],
      ['--show-completion SHELL', 'completion script for bash, zsh or fish'],
    ]),
    'Network is the local chain unless --network or `tao config set --network` says otherwise.',
  ])
}

/** `tao stake --help`. */
export function topicHelp(topic: string, manifest: Manifest): string {
  const prefix = topic.split(' ').length + 1
  const rows = new Map<string, string>()
  for (const { id, summary } of commandsIn(topic, manifest)) {
    const head = id.split(' ').slice(0, prefix).join(' ')
    rows.set(head, head === id ? summary : (TOPICS[head]?.summary ?? ''))
  }
  const aliases = TOPICS[topic]?.aliases ?? []
  return join([
    `tao ${topic}: ${TOPICS[topic]?.summary ?? ''}`,
    section('Usage', [[`tao ${topic} COMMAND [OPTIONS]`, '']]),
    section('Commands', [...rows]),
    aliases.length > 0 ? `Also: ${aliases.join(', ')}` : '',
  ])
}

/** `tao stake add --help`. */
export function commandHelp(command: CommandEntry, details: CommandDetails): string {
  const options = details.options.filter(({ hidden }) => !hidden)
  const words = details.arguments.map(({ name, required }) => {
    return required ? name.toUpperCase() : `[${name.toUpperCase()}]`
  })
  return join([
    command.summary,
    section('Usage', [[`tao ${[command.id, ...words].join(' ')} [OPTIONS]`, '']]),
    wrapped(details.description, helpWidth()),
    section(
      'Arguments',
      details.arguments.map(({ name, summary, values }) => [
        name.toUpperCase(),
        summary + (values ? ` (${values.join(', ')})` : ''),
      ]),
    ),
    ...GROUPS.map((group) =>
      section(
        group.charAt(0) + group.slice(1).toLowerCase(),
        options
          .filter((option) => (option.group ?? 'OPTIONS') === group)
          .map((option) => [optionNames(option), optionText(option)]),
      ),
    ),
    section(
      'Examples',
      details.examples.map((example) => [example, '']),
    ),
    command.aliases.length > 0 ? `Also: ${command.aliases.join(', ')}` : '',
  ])
}

/** `tao --commands`. */
export function allCommands(manifest: Manifest): string {
  const visible = manifest.commands.filter(({ hidden }) => !hidden)
  return rows(visible.map(({ id, summary }) => [`tao ${id}`, summary]))
}

function optionNames({ name, char, negatable, takesValue, helpValue }: OptionSpec): string {
  const short = char === undefined ? '' : `-${char}, `
  const value = takesValue ? ` ${helpValue ?? 'VALUE'}` : ''
  return `${short}--${negatable ? '[no-]' : ''}${name}${value}`
}

function optionText({ summary, values, fallback, required, multiple }: OptionSpec): string {
  const extras = [
    values === undefined ? '' : values.join(', '),
    fallback === undefined ? '' : `default ${fallback}`,
    required ? 'required' : '',
    multiple ? 'repeatable' : '',
  ].filter((extra) => extra !== '')
  return extras.length === 0 ? summary : `${summary} (${extras.join('; ')})`
}

function section(title: string, entries: readonly (readonly [string, string])[]): string {
  if (entries.length === 0) return ''
  return `${onStdout.bold(title)}\n${rows(entries)}`
}

function rows(entries: readonly (readonly [string, string])[]): string {
  const widest = Math.max(...entries.map(([left, right]) => (right === '' ? 0 : left.length)))
  const width = Math.min(widest, LEFT_MAX)
  return entries
    .map(([left, right]) => {
      if (right === '') return `  ${left}`
      const indent = width + GAP
      const [first = '', ...more] = wrapped(right, helpWidth() - indent).split('\n')
      const under = more.map((line) => `\n${' '.repeat(indent)}${line}`).join('')
      if (left.length > width) return `  ${left}\n${' '.repeat(indent)}${first}${under}`
      return `  ${left.padEnd(width)}  ${first}${under}`
    })
    .join('\n')
}

/** Columns for help: the terminal's, but no longer than what is read with ease. */
function helpWidth(): number {
  return Math.min(process.stdout.columns ?? WIDTH_MAX, WIDTH_MAX)
}

/** Breaks lines at blanks. A word that is longer than a line stays whole. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrappedLine(line, width))
    .join('\n')
}

/** What follows a name and two blanks goes on below itself; other text where its line began. */
function wrappedLine(text: string, width: number): string {
  const column = /^ *\S.*? {2,}(?=\S)/.exec(text)?.[0] ?? /^ */.exec(text)?.[0] ?? ''
  const indent = ' '.repeat(column.length)
  const lines: string[] = []
  let line = column
  for (const word of text.slice(column.length).split(' ')) {
    const isFirst = line === (lines.length === 0 ? column : indent)
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else {
      line = isFirst ? line + word : `${line} ${word}`
    }
  }
  return [...lines, line].join('\n')
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}
