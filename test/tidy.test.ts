/** Goal: catch what a linter cannot. Method: every tracked file is read once; findings are `path:line`. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FILE_KIB_MAX = 256
const LINES_MAX = 400
/** The formatter holds code to 100; prose in comments may run over by a word. */
const COLUMNS_MAX = 110

interface Source {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
}

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path))

const texts: readonly Source[] = tracked
  .filter((path) => /\.(ts|mts|mjs|cjs|js|md|json|yml|cu)$/.test(path))
  .filter((path) => path !== 'package-lock.json')
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path, text, lines: text.split('\n') }
  })

const code = texts.filter(({ path }) => /\.(ts|mjs|cjs|js)$/.test(path) && !path.endsWith('.d.ts'))
const shipped = code.filter(({ path }) => !/^(test|bench)\//.test(path))
const commands = code.filter(({ path }) => path.startsWith('commands/'))

/** `path:line` of every line that the pattern matches. */
function findings(files: readonly Source[], pattern: RegExp, skip?: RegExp): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, i) =>
      pattern.test(line) && skip?.test(line) !== true ? [`${path}:${i + 1}`] : [],
    ),
  )
}

describe('the repository', () => {
  it('starts every source file with a header that names its purpose', () => {
    const bare = shipped.filter(({ text, path }) => {
      const start = text.startsWith('#!') ? text.slice(text.indexOf('\n') + 1) : text
      const header = /^\/\*\*[\s\S]*?\*\//.exec(start)?.[0] ?? ''
      return !header.includes('@module') && !path.includes('/assembly/')
    })
    expect(bare.map(({ path }) => path)).toEqual([])
  })

  it('starts every test and measurement with a comment on goal and method', () => {
    const tests = code.filter(({ path }) => /\.(test|bench)\.ts$/.test(path))
    const bare = tests.filter(({ text }) => !text.startsWith('/**'))
    expect(bare.map(({ path }) => path)).toEqual([])
  })

  it('has a README in every room', () => {
    const rooms = new Set(['bench', 'bin', 'commands', 'docs', 'scripts', 'test'])
    for (const path of tracked) {
      const parts = dirname(path).split('/')
      if (parts[0] !== 'src' && parts[0] !== 'local-chain') continue
      for (const depth of [1, 2])
        if (parts.length >= depth) rooms.add(parts.slice(0, depth).join('/'))
      if (parts[2] === 'pallets' && parts[4] === 'calls') rooms.add(parts.slice(0, 4).join('/'))
    }
    const known = new Set(tracked)
    const used = [...rooms].filter((room) => tracked.some((path) => path.startsWith(`${room}/`)))
    expect(used.filter((room) => !known.has(`${room}/README.md`))).toEqual([])
  })

  it('keeps clocks, chance and the environment out of consensus code', () => {
    const consensus = code.filter(({ path }) => /^local-chain\/(frame|runtime|yuma)\//.test(path))
    const impure = /\b(Date\.now|new Date|Math\.random|process\.env|performance\.now)\b/
    expect(findings(consensus, impure, /^\s*(\*|\/\/)/)).toEqual([])
  })

  it('never turns an amount into a float', () => {
    expect(findings(shipped, /\b(Number|parseFloat)\(\w*[rR]ao\b/)).toEqual([])
  })

  it('has no leftovers', () => {
    const leftover = /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.(only|todo)\b|@ts-(ignore|nocheck)/
    const self = code.filter(({ path }) => path !== 'test/tidy.test.ts')
    expect(findings(self, leftover)).toEqual([])
    const comment = /^\s*(\/?\*|\/\/)/
    expect(findings(self, /\bas unknown as\b|\bas any\b|: any\b/, comment)).toEqual([])
  })

  it('names no folder of one machine', () => {
    const self = texts.filter(({ path }) => path !== 'test/tidy.test.ts')
    expect(findings(self, /(^|[\s"'`(=])\/(root|Users|work)\//)).toEqual([])
  })

  it(`keeps lines within ${COLUMNS_MAX} columns, links and literals apart`, () => {
    const long = new RegExp(`^.{${COLUMNS_MAX + 1}}`, 'u')
    const literal = /https?:\/\/|['"`][^'"`]{60,}|\/.{40,}\/[a-z]*/
    expect(findings(code, long, literal)).toEqual([])
  })

  it(`keeps source files within ${LINES_MAX} lines`, () => {
    const long = code.filter(({ lines }) => lines.length > LINES_MAX + 1)
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([])
  })

  it(`tracks no file above ${FILE_KIB_MAX} KiB besides the lock file`, () => {
    const big = tracked.filter((path) => statSync(path).size > FILE_KIB_MAX * 1024)
    expect(big.filter((path) => path !== 'package-lock.json')).toEqual([])
  })

  it('documents only errors that a pallet or the dispatcher declares', () => {
    const declared = code
      .filter(({ path }) =>
        /^local-chain\/(runtime\/pallets\/[^/]+\/errors|frame\/dispatch-)/.test(path),
      )
      .map(({ text }) => text)
      .join('\n')
    const unknown = code
      .filter(({ path }) => /^local-chain\/runtime\/pallets\/[^/]+\/calls\//.test(path))
      .flatMap(({ path, text }) => {
        const names = text.matchAll(/@throws (?!TaoError|RangeError)([A-Z]\w+)/g)
        return [...names].flatMap(([, name = '']) =>
          declared.includes(name) ? [] : [`${path}: ${name}`],
        )
      })
    expect(unknown).toEqual([])
  })

  it('resolves every relative link in Markdown', () => {
    const broken = texts
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(#[^)]*)?\)/g)].flatMap(
          ([, target = '']) =>
            existsSync(join(dirname(path), target)) ? [] : [`${path}: ${target}`],
        ),
      )
    expect(broken).toEqual([])
  })

  it('gives every command a summary, an example, a test and a committed result shape', () => {
    const missing = commands.flatMap(({ path, text }) => {
      const id = path.replace(/^commands\//, '').replace(/\.ts$/, '')
      return [
        /static override summary\b/.test(text) ? [] : [`${path}: summary`],
        /static override examples\b/.test(text) ? [] : [`${path}: examples`],
        existsSync(`docs/schemas/${id.replaceAll('/', '-')}.json`) ? [] : [`${path}: schema`],
        hasTest(id) ? [] : [`${path}: test`],
      ].flat()
    })
    expect(missing).toEqual([])
  })

  it('gives a reason for every runtime dependency', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const page = readFileSync('docs/dependencies.md', 'utf8')
    const listed = [...page.matchAll(/^\| (@?[a-z][\w./-]*) +\|/gm)].map(([, name]) => name)
    const names = listed.filter((name) => name !== 'package')
    expect(names.sort()).toEqual(Object.keys(dependencies).sort())
    expect(Object.values(dependencies).filter((v) => !/^\d+\.\d+\.\d+$/.test(v))).toEqual([])
  })
})

/** A test of the same path, or one that covers the whole group: `commands/proxy.test.ts`. */
function hasTest(id: string): boolean {
  const own = `test/commands/${id}`
  const group = `test/commands/${dirname(id)}`
  return [own, group].some((base) =>
    ['.test.ts', '.e2e.test.ts'].some((end) => existsSync(base + end)),
  )
}
