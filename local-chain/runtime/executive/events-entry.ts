/**
 * `System.Events` as it lies in storage. The state never holds events: they are encoded once, when
 * they happen, and joined here at the end of the block.
 *
 * @module
 */

import type { EventRecord } from '../../frame/context.ts'
import { ScaleWriter } from '../../frame/scale/writer.ts'
import { itemPrefix } from '../../frame/storage/hashers.ts'

/** Raw key of the events of the latest block. */
export const EVENTS_KEY = itemPrefix('System', 'Events')

const NO_TOPICS = 0

/** SCALE of `Vec<EventRecord>`. */
export function encodeEvents(records: readonly EventRecord[]): Uint8Array {
  let size = 5
  for (const record of records) size += 6 + record.bytes.length
  const w = new ScaleWriter(size)
  w.compact(records.length)
  for (const { phase, bytes } of records) {
    if (phase.type === 'ApplyExtrinsic') {
      w.u8(0)
      w.u32(phase.value)
    } else w.u8(phase.type === 'Finalization' ? 1 : 2)
    w.raw(bytes)
    w.u8(NO_TOPICS)
  }
  return w.finish()
}
