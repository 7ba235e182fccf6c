/**
 * Real JavaScript clients in folders of their own, installed by name and version. For clients whose
 * requirements do not fit those of this project.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CACHE } from './cache.ts'

export interface NpmEnvironment {
  /** Imports an installed module, `polkadot-api/ws` for example. */
  load(specifier: string): Promise<unknown>
}

/**
 * A folder with these packages; made once and kept between runs. Their install scripts do not run.
 *
 * @throws Error  a package cannot be installed
 */
export function npmEnvironment(name: string, packages: readonly string[]): NpmEnvironment {
  const dir = join(CACHE, name)
  const manifest = join(dir, 'package.json')
  // Written last, so that an interrupted install is started anew.
  const done = join(dir, 'tao-installed')
  if (!existsSync(done)) {
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dir, { recursive: true })
    writeFileSync(manifest, '{ "private": true }\n')
    // Only the parts that we load have to fit this Node: tools beside them may ask for a newer one.
    const options = ['--prefix', dir, '--engine-strict=false', '--ignore-scripts', '--save-exact']
    execFileSync('npm', ['install', '--loglevel=error', ...options, ...packages], {
      cwd: dir,
      env: npmEnv(),
      stdio: 'pipe',
      shell: process.platform === 'win32',
    })
    writeFileSync(done, packages.join('\n'))
  }
  const { resolve } = createRequire(manifest)
  return { load: (specifier) => import(pathToFileURL(resolve(specifier)).href) }
}

/** What `npm run` sets for its children would make npm install into this project. */
function npmEnv(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|proxy|https_proxy|cafile|userconfig|cache|offline)$/i
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter(([key]) => !/^npm_/i.test(key) || keep.test(key)))
}
