/**
 * How long an extrinsic stays valid: for ever, or for a period of blocks from a phase on.
 *
 * Source: sp_runtime `generic::Era`; ../shared/spec/node-rpc.md section 8.3.
 *
 * @module
 */
import { ScaleError } from '../scale/reader.ts'
import { u8 } from './primitives.ts'
import type { Type, VariantDef } from './type.ts'

/** `period` is a power of two from 4 to 65536, `phase` is below it. `undefined` is immortal. */
export type Era = { readonly period: number; readonly phase: number } | undefined

/** Phases of long periods are kept in steps, so that period and phase fit two bytes. */
function quantizeFactor(period: number): number {
  return Math.max(1, period >> 12)
}

function variants(): VariantDef[] {
  return Array.from({ length: 256 }, (_, index) => ({
    name: index === 0 ? 'Immortal' : `Mortal${index}`,
    index,
    fields: index === 0 ? [] : [{ type: u8 }],
  }))
}

/** One byte for immortal, two for mortal: metadata shows each first byte as a variant of its own. */
export const era: Type<Era> = {
  def: {
    kind: 'variant',
    path: 'sp_runtime::generic::era::Era',
    params: [],
    variants: variants(),
  },
  typeName: 'Era',
  sizeMin: 1,
  write(w, value) {
    if (value === undefined) {
      w.u8(0)
      return
    }
    const exponent = 31 - Math.clz32(value.period)
    w.u16(
      Math.min(15, Math.max(1, exponent - 1)) | ((value.phase / quantizeFactor(value.period)) << 4),
    )
  },
  read(r) {
    const first = r.u8()
    if (first === 0) return undefined
    const encoded = first | (r.u8() << 8)
    const period = 2 << (encoded % 16)
    const phase = (encoded >> 4) * quantizeFactor(period)
    if (period < 4 || phase >= period) throw new ScaleError('period and phase are no era')
    return { period, phase }
  },
}
