/**
 * Calls of System: remarks. Code and raw storage cannot be replaced here, so those calls are absent.
 *
 * @module
 */
import { remark } from './remark.ts'
import { remarkWithEvent } from './remark-with-event.ts'

export const calls = { remark, remarkWithEvent }
