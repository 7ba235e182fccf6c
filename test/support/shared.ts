/**
 * Reads the recorded data that lies beside the project (`../shared`): vectors, traces, metadata.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(process.cwd(), '..', 'shared')

/** Whether the recorded data is on this machine. In CI its absence is an error, elsewhere a skip. */
export const hasShared = existsSync(join(ROOT, 'README.md'))

if (!hasShared && process.env['CI']) {
  throw new Error(`recorded data is missing: expected it in ${ROOT}`)
}

/** Absolute path of a recorded file, e.g. `vectors/math/topk.json`. */
export function sharedPath(path: string): string {
  return join(ROOT, path)
}

/** Bytes of a recorded file; empty where the data is absent (the suite then skips). */
export function sharedBytes(path: string): Uint8Array {
  return hasShared ? readFileSync(sharedPath(path)) : new Uint8Array()
}

/** Parsed JSON of a recorded file. Call it only behind `hasShared`. */
export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(sharedPath(path), 'utf8')) as T
}
