/**
 * Where foreign clients are installed. `npm ci` empties it.
 *
 * @module
 */
import { resolve } from 'node:path'

export const CACHE = resolve('node_modules', '.cache', 'tao-interop')
