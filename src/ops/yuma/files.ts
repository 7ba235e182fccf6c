/**
 * Reading and writing the files of the what-if commands.
 *
 * @module
 */
import { accessSync, constants, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { unreadableFile, unwritableFile } from './errors.ts'

/** Longer files are no subnet: 4096 full rows take less. */
const FILE_MIB_MAX = 400
const BYTES_MAX = FILE_MIB_MAX * 1024 * 1024

/** @throws TaoError FILE_UNREADABLE */
export function readText(path: string): string {
  try {
    checkKind(statSync(path))
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw unreadableFile(path, error)
  }
}

function checkKind(stats: Stats): void {
  if (stats.size > BYTES_MAX) throw tooLarge()
  if (stats.isCharacterDevice() || stats.isBlockDevice()) {
    throw new Error('it is a device; - reads what is piped in')
  }
}

/**
 * The same, and stdin for `-`: piece by piece, so that Ctrl-C ends the waiting.
 *
 * @throws TaoError FILE_UNREADABLE
 */
export async function readInput(path: string): Promise<string> {
  if (path !== '-') return readText(path)
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of process.stdin) {
      const bytes = Buffer.from(piece as Uint8Array)
      size += bytes.length
      if (size > BYTES_MAX) throw tooLarge()
      pieces.push(bytes)
    }
  } catch (error) {
    throw unreadableFile('stdin', error)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function tooLarge(): Error {
  return new Error(`it is larger than ${FILE_MIB_MAX} MiB`)
}

/** @throws TaoError FILE_UNREADABLE */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw unwritableFile(path, error)
  }
}

/**
 * Whether a file can be written there, found out before a long run.
 *
 * @throws TaoError FILE_UNREADABLE
 */
export function checkWritable(path: string): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    accessSync(found === undefined ? dirname(path) : path, constants.W_OK)
  } catch (error) {
    throw unwritableFile(path, error)
  }
}
