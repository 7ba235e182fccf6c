/**
 * Calls of Preimage.
 *
 * @module
 */
import { ensureUpdated } from './ensure-updated.ts'
import { notePreimage } from './note-preimage.ts'
import { requestPreimage } from './request-preimage.ts'
import { unnotePreimage } from './unnote-preimage.ts'
import { unrequestPreimage } from './unrequest-preimage.ts'

export const calls = {
  notePreimage,
  unnotePreimage,
  requestPreimage,
  unrequestPreimage,
  ensureUpdated,
}
