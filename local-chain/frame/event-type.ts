/**
 * The runtime's event enumeration as a stored value. Events are encoded when they are emitted, so
 * the value is the encoding itself.
 *
 * @module
 */
import { ScaleError } from './scale/reader.ts'
import type { Type } from './types/type.ts'

export const runtimeEvent: Type<Uint8Array> = {
  def: { kind: 'outer', name: 'RuntimeEvent' },
  typeName: '<T as Config>::RuntimeEvent',
  sizeMin: 2,
  write: (w, value) => w.raw(value),
  read() {
    throw new ScaleError('the runtime writes events and never reads them')
  },
}
