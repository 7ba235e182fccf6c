/**
 * Compiles the AssemblyScript kernel of the epoch, when its sources are newer than the module.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The kernel's own room says how it is built; this only calls it before the bundle is made. */
export async function prepareKernel(root) {
  const recipe = join(root, 'local-chain', 'yuma', 'build-kernel.mjs')
  if (!existsSync(recipe)) return
  const { buildKernel } = await import(pathToFileURL(recipe).href)
  await buildKernel()
}
