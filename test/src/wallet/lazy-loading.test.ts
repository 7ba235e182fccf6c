/** Goal: importing the wallet room is cheap. Method: walk its static imports. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Packages and files that static imports reach; `import type` and `import()` do not count. */
function staticImports(entry: string): Set<string> {
  const found = new Set<string>()
  const queue = [resolve(entry)]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const source = readFileSync(path, 'utf8')
    for (const match of source.matchAll(
      /^(?:import|export)\s(?!type\s)[^'"]*?from\s+'([^']+)'/gm,
    )) {
      const target = match[1] as string
      const name = target.startsWith('.') ? resolve(dirname(path), target) : target
      if (found.has(name)) continue
      found.add(name)
      if (target.startsWith('.')) queue.push(name)
    }
  }
  return found
}

describe('src/wallet/index.ts', () => {
  it('loads nothing heavier than blake2b', () => {
    const packages = [...staticImports('src/wallet/index.ts')].filter(
      (name) => !name.startsWith('/') && !name.startsWith('node:'),
    )
    expect(packages).toEqual(['@noble/hashes/blake2.js'])
  })
})

describe('src/primitives', () => {
  it('depends on @noble/hashes alone', () => {
    const names = ['account-id', 'amount', 'hash', 'hex', 'ids', 'ss58', 'tao-error', 'base58']
    for (const name of names) {
      for (const target of staticImports(`src/primitives/${name}.ts`)) {
        expect(target).toMatch(/^(@noble\/hashes\/|.*\/src\/primitives\/)/)
      }
    }
  })
})
