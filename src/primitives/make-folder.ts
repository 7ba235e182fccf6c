/**
 * Makes a folder with its parents.
 *
 * Node's own recursive variant never returns where the system says that a folder does not exist and
 * cannot be made either, as under `/proc` (seen with Node 20.20): a home there would hang a command.
 *
 * @module
 */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** @throws Error  with the system's code when the folder cannot be made */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (isFolder(path)) return
    const parent = dirname(path)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A parent that is there already makes "no such folder" the system's last word.
    if (code !== 'ENOENT' || parent === path || isFolder(parent)) throw error
    makeFolder(parent)
    makeFolder(path)
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
