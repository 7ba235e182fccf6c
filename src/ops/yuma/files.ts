/**
 * Reading and writing the files of the what-if commands.
 *
 * @module
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { unreadableFile } from './errors.ts'

/** Longer files are no subnet: 4096 full rows take less. */
const FILE_MIB_MAX = 400

/**
 * @param path  `-` is stdin
 * @throws TaoError FILE_UNREADABLE
 */
export function readText(path: string): string {
  try {
    if (path !== '-' && statSync(path).size > FILE_MIB_MAX * 1024 * 1024) {
      throw new Error(`it is larger than ${FILE_MIB_MAX} MiB`)
    }
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch (error) {
    throw unreadableFile(path, error)
  }
}

/** @throws TaoError FILE_UNREADABLE */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw unreadableFile(path, error)
  }
}
