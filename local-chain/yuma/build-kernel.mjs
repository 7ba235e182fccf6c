/**
 * Compiles the AssemblyScript of `assembly/` and writes `kernel/module.generated.ts`, which carries the
 * module as text. Does nothing when neither the sources nor the compiler changed.
 *
 * `--text FILE` also writes the module in the WebAssembly text format, to be read.
 *
 * @module
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const SOURCES = join(HERE, 'assembly')
const TARGET = join(HERE, 'kernel', 'module.generated.ts')

const OPTIONS = [
  '--optimizeLevel=3',
  '--converge',
  '--noAssert',
  '--runtime=stub',
  '--enable=simd',
  '--bindings=none',
]

/** What decides the module: its sources, the compiler and how it is called. */
function digest() {
  const hash = createHash('sha256')
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json')
  hash.update(`${version}\0${OPTIONS.join(' ')}\0`)
  for (const name of readdirSync(SOURCES).sort()) {
    if (name.endsWith('.ts')) hash.update(`${name}\0`).update(readFileSync(join(SOURCES, name)))
  }
  return hash.digest('hex')
}

/** Resolves to the bytes of `assembly/<entry>.ts`. */
export async function compile(entry, extra = []) {
  const { default: asc } = await import('assemblyscript/asc')
  let wasm
  const { error, stderr } = await asc.main(
    [`${entry}.ts`, `--baseDir=${SOURCES}`, '--outFile=kernel.wasm', ...OPTIONS, ...extra],
    {
      writeFile(name, contents) {
        if (name.endsWith('.wasm')) wasm = contents
        else writeFileSync(name, contents)
      },
    },
  )
  if (error !== null || wasm === undefined) {
    throw new Error(`the epoch kernel does not compile:\n${stderr.toString()}`, { cause: error })
  }
  return wasm
}

/** Brings `kernel/module.generated.ts` up to date. */
export async function buildKernel() {
  const current = digest()
  if (existsSync(TARGET) && readFileSync(TARGET, 'utf8').includes(current)) return
  const text = Buffer.from(await compile('index')).toString('base64')
  // In one step: parallel test processes may ask for it at the same moment.
  const draft = `${TARGET}.${randomUUID()}`
  writeFileSync(
    draft,
    `/**
 * The compiled kernel, by \`build-kernel.mjs\` from sources with the digest
 * ${current}.
 *
 * @module
 */
export const KERNEL_BASE64 =
  '${text}'
`,
  )
  renameSync(draft, TARGET)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--text')
  if (at !== -1) await compile('index', [`--textFile=${process.argv[at + 1]}`])
  await buildKernel()
}
