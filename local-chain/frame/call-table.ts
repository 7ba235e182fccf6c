/**
 * Calls as values: which pallet, which call, which arguments. A `RuntimeCall` travels as pallet
 * index, call index, arguments; reading one needs the runtime's table, writing one does not.
 *
 * @module
 */
import type { AnyCall } from './pallet.ts'
import type { ScaleReader } from './scale/reader.ts'
import { ScaleError } from './scale/reader.ts'
import type { Type } from './types/type.ts'

export interface RuntimeCallValue {
  readonly palletIndex: number
  readonly pallet: string
  /** The chain's spelling, `add_stake`. */
  readonly name: string
  readonly call: AnyCall
  readonly args: Readonly<Record<string, unknown>>
}

interface TableEntry {
  readonly pallet: string
  readonly name: string
  readonly call: AnyCall
}

/** The calls of a runtime by pallet and call index. */
export class CallTable {
  readonly #entries = new Map<number, TableEntry>()

  add(palletIndex: number, entry: TableEntry): void {
    this.#entries.set((palletIndex << 8) | entry.call.index, entry)
  }

  /** @throws ScaleError  the runtime has no such call */
  read(reader: ScaleReader): RuntimeCallValue {
    const palletIndex = reader.u8()
    const index = reader.u8()
    const entry = this.#entries.get((palletIndex << 8) | index)
    if (entry === undefined) throw new ScaleError(`no call ${palletIndex}.${index}`)
    reader.enter()
    const args = entry.call.codec.read(reader) as Record<string, unknown>
    reader.leave()
    return { palletIndex, ...entry, args }
  }
}

/** The runtime's call enumeration as an argument or stored value. */
export const runtimeCall: Type<RuntimeCallValue> = {
  def: { kind: 'outer', name: 'RuntimeCall' },
  typeName: '<T as Config>::RuntimeCall',
  sizeMin: 2,
  write(w, value) {
    w.u8(value.palletIndex)
    w.u8(value.call.index)
    value.call.codec.write(w, value.args)
  },
  read(r) {
    if (r.calls === undefined) throw new ScaleError('no call table to read a call with')
    return r.calls.read(r)
  },
}
