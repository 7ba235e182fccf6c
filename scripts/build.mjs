/**
 * Bundles the CLI into `dist/`: one file per command plus shared chunks, all in one folder, so that
 * a command loads only what it names. Then asks every command to describe itself and keeps the
 * answers in `dist/manifest.json`, from which help, suggestions and dispatch work without loading
 * any command.
 *
 * Does nothing when no input changed since the last build. `--force` builds anyway.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildKernel } from '../local-chain/yuma/build-kernel.mjs'
import { flatName, sourceUrls } from './source-urls.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.inputs.json')
const LOCK = join(DIST, '.lock')
const LOCK_WAIT_MS = 120_000
/** A process that started before a rebuild may still load chunks of the old one. */
const STALE_AFTER_MS = 15 * 60_000

/**
 * Loaded from node_modules at run time because they find native code beside themselves. oclif asks
 * for `typescript` only when it runs commands from source, which never happens here.
 */
const EXTERNAL = ['lmdb', 'koffi', 'typescript']

/** CommonJS packages ask for Node's modules with `require`, which an ES module does not have. */
const BANNER =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function commandFiles() {
  return filesUnder(join(ROOT, 'commands')).filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts'))
}

/** `commands/stake/add.ts` to `stake add`: the path of a command file is its words. */
function commandId(file) {
  return relative(join(ROOT, 'commands'), file).replace(/\.ts$/, '').split('/').join(' ')
}

function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) {
    if (!existsSync(file)) return undefined
    hash.update(`${relative(ROOT, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** What decides the output besides the bundled sources: recipe, versions and the set of commands. */
function fixedInputs() {
  return [
    ...filesUnder(join(ROOT, 'scripts')).filter((f) => f.endsWith('.mjs')),
    join(ROOT, 'package.json'),
    join(ROOT, 'package-lock.json'),
    ...commandFiles(),
  ]
}

function upToDate() {
  if (!existsSync(STAMP) || !existsSync(join(DIST, 'manifest.json'))) return false
  const { sources, digest } = JSON.parse(readFileSync(STAMP, 'utf8'))
  const files = new Set([...sources.map((f) => join(ROOT, f)), ...fixedInputs()])
  return fingerprint(files) === digest
}

/** One build at a time: parallel test files ask for it at the same moment. */
async function withLock(task) {
  mkdirSync(DIST, { recursive: true })
  const giveUpAt = Date.now() + LOCK_WAIT_MS
  for (;;) {
    try {
      mkdirSync(LOCK)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0
      if (age > LOCK_WAIT_MS || Date.now() > giveUpAt)
        rmSync(LOCK, { recursive: true, force: true })
      await sleep(50)
    }
  }
  try {
    return await task()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

/** Options shared with `run-ts.mjs`, so that scripts run exactly the code that is shipped. */
export function esbuildOptions(found) {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: EXTERNAL,
    banner: { js: BANNER },
    plugins: [sourceUrls(ROOT, found)],
    loader: { '.cu': 'text', '.wasm': 'binary' },
    metafile: true,
    logLevel: 'warning',
    write: true,
  }
}

/** Bundles until no worker turns up that is not an entry yet: workers may start workers. */
async function bundle() {
  const { build } = await import('esbuild')
  const found = { workers: new Map(), assets: new Map() }
  const entries = { main: 'src/cli/main.ts', describe: 'src/cli/manifest.ts' }
  for (const file of commandFiles()) entries[flatName(ROOT, file)] = file
  for (;;) {
    const known = found.workers.size
    for (const [file, name] of found.workers) entries[name] = file
    const result = await build({
      ...esbuildOptions(found),
      entryPoints: Object.entries(entries).map(([out, path]) => ({ in: path, out })),
      outdir: DIST,
      chunkNames: 'chunk-[hash]',
      splitting: true,
      minify: true,
      legalComments: 'none',
    })
    if (found.workers.size === known) return { result, found }
  }
}

/**
 * The epoch as a library, `@tao/cli/yuma`: one file that knows neither Node nor a browser, so it has
 * none of the CLI's banner and shares no chunk with it.
 */
async function bundleLibrary() {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { yuma: 'local-chain/yuma/index.ts' },
    outdir: DIST,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    loader: { '.wasm': 'binary' },
    minify: true,
    metafile: true,
    logLevel: 'warning',
  })
  return Object.keys(metafile.outputs)
}

async function writeManifest() {
  const describe = await import(pathToFileURL(join(DIST, 'describe.js')).href)
  const commands = commandFiles().map((file) => ({
    id: commandId(file),
    file: `${flatName(ROOT, file)}.js`,
  }))
  const { manifest, details } = await describe.describeCommands(commands, DIST)
  replaceFile(join(DIST, 'options.json'), JSON.stringify(details))
  replaceFile(join(DIST, 'manifest.json'), JSON.stringify(manifest))
}

/** In one step, since a command may be starting at this moment. */
function replaceFile(path, text) {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

/** What each output holds and loads at once: the start-up budget is tested against it. */
function modulesOf({ outputs }) {
  return Object.fromEntries(
    Object.entries(outputs).map(([path, { inputs, imports }]) => [
      relative('dist', path),
      {
        modules: Object.keys(inputs),
        loads: imports
          .filter(({ kind }) => kind === 'import-statement')
          .map((loaded) => relative('dist', loaded.path)),
      },
    ]),
  )
}

/** Removes what earlier builds left, unless a running process may still want it. */
function sweep(outputs) {
  const keep = new Set(outputs)
  for (const file of filesUnder(DIST)) {
    const stale = file.endsWith('.js') && !file.includes('/scripts/') && !keep.has(file)
    if (stale && Date.now() - statSync(file).mtimeMs > STALE_AFTER_MS) rmSync(file)
  }
}

/** Brings `dist/` up to date. Resolves to whether anything had to be built. */
export async function ensureBuilt({ force = false } = {}) {
  await buildKernel()
  if (!force && upToDate()) return false
  return withLock(async () => {
    if (!force && upToDate()) return false
    rmSync(STAMP, { force: true })
    const { result, found } = await bundle()
    const library = await bundleLibrary()
    for (const [from, to] of found.assets) {
      mkdirSync(dirname(join(DIST, to)), { recursive: true })
      copyFileSync(from, join(DIST, to))
    }
    await writeManifest()
    const sources = [...Object.keys(result.metafile.inputs), ...found.assets.keys()]
      .map((path) => relative(ROOT, join(path.startsWith('/') ? '' : ROOT, path)))
      .filter((path) => !path.startsWith('node_modules') && !path.includes(':'))
    writeFileSync(join(DIST, 'modules.json'), JSON.stringify(modulesOf(result.metafile)))
    const digest = fingerprint(new Set([...sources.map((f) => join(ROOT, f)), ...fixedInputs()]))
    writeFileSync(STAMP, JSON.stringify({ sources, digest }))
    sweep([...Object.keys(result.metafile.outputs), ...library].map((path) => join(ROOT, path)))
    return true
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuilt({ force: process.argv.includes('--force') })
}
