/**
 * Goal: no example is wrong. Method: every example and README line is read as the program would read it;
 * those on files of this repository are run.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build.mjs'
import {
  type CommandDetails,
  type DetailsById,
  type Manifest,
  readDetails,
  readManifest,
} from '../../../src/cli/manifest.ts'
import { normaliseOptions } from '../../../src/cli/spellings.ts'
import { resolveWords } from '../../../src/cli/words.ts'
import { runTao } from '../../support/cli.ts'

const ROOT_OPTIONS = new Set(['--help', '-h', '--version', '--commands', '--show-completion'])

let manifest: Manifest
let details: DetailsById

beforeAll(async () => {
  await ensureBuilt()
  manifest = readManifest(resolve('dist'))
  details = readDetails(resolve('dist'))
})

/** What is wrong with a line that starts with `tao`, if anything. */
function problemWith(line: string): string | undefined {
  const argv = wordsOf(line).slice(1)
  const first = argv[0]
  if (first === undefined || ROOT_OPTIONS.has(first)) return undefined
  const found = resolveWords(argv, manifest)
  if (found.kind === 'unknown') return `${line}: unknown command ${found.typed}`
  if (found.kind !== 'command') return undefined
  const known = details[found.command.id]
  if (known === undefined) return `${line}: no details`
  const wrong = unknownOptions(found.rest, known)
  return wrong.length === 0 ? undefined : `${line}: unknown ${wrong.join(', ')}`
}

function unknownOptions(rest: readonly string[], { options }: CommandDetails): string[] {
  const long = new Set(
    options.flatMap(({ name, aliases, negatable }) =>
      [name, ...aliases].flatMap((one) => (negatable ? [one, `no-${one}`] : [one])),
    ),
  )
  const short = new Set(options.flatMap(({ char }) => (char === undefined ? [] : [char])))
  return normaliseOptions(rest, { long, short })
    .map((token) => token.replace(/=.*$/, ''))
    .filter((token) => /^-{1,2}[a-zA-Z]/.test(token) && !ROOT_OPTIONS.has(token))
    .filter((token) =>
      token.startsWith('--') ? !long.has(token.slice(2)) : !short.has(token.charAt(1)),
    )
}

/** Splits as a shell does, as far as examples need it. */
function wordsOf(line: string): string[] {
  const command = line.replace(/\s#.*$/, '').split(/\s[|>&]/)[0] ?? ''
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
}

/** Command lines in the shell blocks of a page. */
function linesOfPage(page: string): string[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/```(?:sh|bash|console)\n([\s\S]*?)```/g)
  return [...blocks]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.trim().replace(/^\$ /, ''))
    .map((line) => line.replace(/^node bin\/(run|dev)\.js /, 'tao '))
    .filter((line) => line.startsWith('tao '))
}

describe('examples', () => {
  it('of every command name that command and options it has', () => {
    const problems = Object.entries(details).flatMap(([id, { examples }]) =>
      examples.flatMap((example) => {
        const lines = example.split('\n').filter((line) => line.trim().startsWith('tao '))
        const problem = lines.map((line) => problemWith(line.trim())).find(Boolean)
        return lines.length === 0 ? [`${id}: example without a command line`] : (problem ?? [])
      }),
    )
    expect(problems).toEqual([])
  })

  it('in Markdown name commands and options that exist', () => {
    const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n')
    const problems = pages.flatMap((page) =>
      linesOfPage(page)
        .flatMap((line) => problemWith(line) ?? [])
        .map((problem) => `${page}: ${problem}`),
    )
    expect(problems).toEqual([])
  })

  it('on files of this repository work', async () => {
    const ofCommands = Object.values(details).flatMap(({ examples }) => examples)
    const lines = [...ofCommands, ...linesOfPage('README.md')].filter((line) =>
      line.includes('docs/examples/'),
    )
    expect(lines.length).toBeGreaterThan(6)
    for (const line of lines) {
      const { exitCode, stderr } = await runTao(wordsOf(line).slice(1), { cwd: resolve('.') })
      expect(exitCode, `${line}\n${stderr}`).toBe(0)
    }
  })
})
