/**
 * Calls of Timestamp.
 *
 * @module
 */
import { set } from './set.ts'

export const calls = { set }
