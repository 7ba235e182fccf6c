/**
 * esbuild plugin: keeps `new URL('./x', import.meta.url)` true in the bundle.
 *
 * A worker (`./solver.worker.ts`) is bundled on its own beside the other files; any other file
 * (`./kernel.wasm`, `./solver.cu`) is copied to `assets/`. All output lies in one folder, so the
 * rewritten address is the same from every chunk.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'

const SOURCE_URL = /new URL\(\s*'(\.{1,2}\/[^']+)'\s*,\s*import\.meta\.url\s*,?\s*\)/g

/** Name of a source file inside the flat output folder, without its ending. */
export function flatName(root, path) {
  return relative(root, path)
    .replace(/\.[^.]+$/, '')
    .replaceAll('/', '-')
}

/**
 * `await import('yaml')` gives named exports when Node runs it, but only `default` from a bundle, if
 * the package is CommonJS. A module of ours in between behaves the same in both.
 */
function refuseLazyPackages(build) {
  build.onResolve(
    { filter: /^[^./]/ },
    async ({ path, kind, importer, resolveDir, pluginData }) => {
      const ours = !importer.includes('node_modules') && pluginData !== RESOLVING
      const external = path.startsWith('node:') || build.initialOptions.external.includes(path)
      if (kind !== 'dynamic-import' || !ours || external) return undefined
      const options = { kind, importer, resolveDir, pluginData: RESOLVING }
      const resolved = await build.resolve(path, options)
      if (resolved.errors.length > 0 || isModule(resolved.path)) return resolved
      const advice = 'import the package in a module of its own and load that lazily'
      return { errors: [{ text: `lazy import of the CommonJS package "${path}": ${advice}` }] }
    },
  )
}

const RESOLVING = Symbol('resolving')

/**
 * @inquirer/prompts re-exports every kind of question, and one of them brings an editor launcher with
 * all text encodings, half a megabyte. None has effects when loaded, which their packages do not say.
 */
function dropUnusedQuestions(build) {
  build.onResolve({ filter: /^@inquirer\/\w/ }, async ({ path, pluginData, ...options }) => {
    if (pluginData === RESOLVING || !options.importer.includes('@inquirer/prompts'))
      return undefined
    const resolved = await build.resolve(path, { ...options, pluginData: RESOLVING })
    return { ...resolved, sideEffects: false }
  })
}

/** Whether Node would take the file for an ES module. */
function isModule(file) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs')
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = `${folder}/package.json`
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module'
  }
  return false
}

/**
 * @param root  absolute path of the repository
 * @param found  filled while bundling: workers (absolute path to flat name) and assets (same)
 */
export function sourceUrls(root, found) {
  return {
    name: 'source-urls',
    setup(build) {
      refuseLazyPackages(build)
      dropUnusedQuestions(build)
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.includes('node_modules')) return undefined
        const source = await readFile(path, 'utf8')
        if (!source.includes('import.meta.url')) return undefined
        const contents = source.replace(SOURCE_URL, (_whole, target) => {
          const file = resolve(dirname(path), target)
          // Folders are for code that only runs from a checkout, such as reading the repository.
          if (!existsSync(file) || target.endsWith('/')) return _whole
          if (file.endsWith('.ts')) {
            const name = flatName(root, file)
            found.workers.set(file, name)
            return `new URL('./${name}.js', import.meta.url)`
          }
          const name = `assets/${relative(root, file).replaceAll('/', '-')}`
          found.assets.set(file, name)
          return `new URL('./${name}', import.meta.url)`
        })
        return { contents, loader: 'ts' }
      })
    },
  }
}
