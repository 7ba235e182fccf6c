/**
 * Calls of System: remarks, and `set_code`, which refuses. Raw storage cannot be written here, so those calls
 * are absent.
 *
 * @module
 */
import { remark } from './remark.ts'
import { remarkWithEvent } from './remark-with-event.ts'
import { setCode } from './set-code.ts'

export const calls = { remark, setCode, remarkWithEvent }
