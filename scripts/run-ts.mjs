/**
 * Runs a TypeScript script of this repository: `node scripts/run-ts.mjs scripts/replay.ts ARGS`.
 * It is bundled to `dist/scripts/` by the recipe of the CLI and then imported, so it needs no loader
 * and runs the same code that is shipped.
 *
 * @module
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildKernel } from '../local-chain/yuma/build-kernel.mjs'
import { esbuildOptions } from './build.mjs'
import { flatName } from './source-urls.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const script = process.argv[2]
if (script === undefined) {
  console.error('usage: node scripts/run-ts.mjs SCRIPT.ts [ARGS]')
  process.exit(2)
}

await buildKernel()
const found = { workers: new Map(), assets: new Map() }
const entry = resolve(script)
const outdir = join(ROOT, 'dist', 'scripts', flatName(ROOT, entry))
const entries = new Map([[entry, 'main']])
for (let known = -1; known !== found.workers.size; ) {
  known = found.workers.size
  for (const [file, name] of found.workers) entries.set(file, name)
  await build({
    ...esbuildOptions(found),
    entryPoints: [...entries].map(([path, out]) => ({ in: path, out })),
    outdir,
    splitting: true,
    sourcemap: 'inline',
  })
}
for (const [from, to] of found.assets) {
  mkdirSync(dirname(join(outdir, to)), { recursive: true })
  copyFileSync(from, join(outdir, to))
}

// The script sees its own path and arguments, as if Node had been started with it.
process.argv.splice(1, 2, join(outdir, 'main.js'))
await import(pathToFileURL(join(outdir, 'main.js')).href)
