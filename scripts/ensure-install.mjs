/**
 * Makes `npm test` and `npm run demo` work in a fresh clone: installs from the lock file when
 * `node_modules` is missing or is not what the lock file says. Plain Node, because nothing else may
 * be there yet. Silent when there is nothing to do; npm's own words go to stderr.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST_NODE = [20, 19]

/** Packages as npm recorded them, in the lock file or in what it left inside `node_modules`. */
function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}

/** Why an install is due, or nothing when the tree matches the lock file. */
function reasonToInstall() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return 'nothing is installed yet'
  const have = packagesOf(installed)
  for (const [path, wanted] of Object.entries(packagesOf(join(ROOT, 'package-lock.json')))) {
    // Prebuilt binaries of other platforms are in the lock file and rightly absent here.
    if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) continue
    if (have[path]?.version !== wanted.version) return `${path} is not ${wanted.version}`
  }
  return undefined
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `tao needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}`,
  )
  process.exit(1)
}

const reason = reasonToInstall()
if (reason !== undefined) {
  console.error(`installing packages from the lock file (${reason}) ...`)
  // What npm run sets for its children (npm_*) must not steer the inner npm.
  const env = Object.fromEntries(Object.entries(process.env).filter(([k]) => !/^npm_/i.test(k)))
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    env: { ...env, ...configuredRegistry() },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.error('npm ci failed; its message is above')
    process.exit(npm.status ?? 1)
  }
}

/** A registry or proxy that the user set through npm's environment still counts. */
function configuredRegistry() {
  const keep = /^npm_config_(registry|proxy|https_proxy|cafile|userconfig|cache|offline)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([k]) => keep.test(k)))
}
