/**
 * A call kept in storage: in place while it is short, by its hash in Preimage otherwise.
 *
 * Source: ../shared/spec/subnets.md section 15, "Bounded call" (frame_support `traits/preimages.rs`).
 *
 * @module
 */
import { type RuntimeCallValue, runtimeCall } from '../frame/call-table.ts'
import { ScaleError } from '../frame/scale/reader.ts'
import { boundedBytes, struct } from '../frame/types/combinators.ts'
import { h256 } from '../frame/types/common.ts'
import { enumeration } from '../frame/types/enumeration.ts'
import { bytes, u32 } from '../frame/types/primitives.ts'
import { decodePrefix, encode, type TypeOf } from '../frame/types/type.ts'
import type { Ctx } from './context.ts'
import { notePreimage, unrequestPreimage } from './pallets/preimage/preimages.ts'

/** The longest call, in bytes, that lies in place. */
export const INLINE_MAX = 128

const hasher = struct('sp_runtime::traits::BlakeTwo256', {})
const inline = { type: boundedBytes(bytes, INLINE_MAX), typeName: 'BoundedInline' }
const hash = { type: h256, typeName: 'H::Output' }

export const boundedCall = enumeration(
  'frame_support::traits::preimages::Bounded',
  {
    Legacy: { hash },
    Inline: [inline],
    Lookup: { hash, len: u32 },
  },
  {
    params: [
      { name: 'T', type: runtimeCall },
      { name: 'H', type: hasher },
    ],
  },
)

export type BoundedCall = TypeOf<typeof boundedCall>

/** Keeps a call. A long one is noted as a preimage that the runtime asked for. */
export function keepCall(ctx: Ctx, call: RuntimeCallValue): BoundedCall {
  const encoded = encode(runtimeCall, call)
  if (encoded.length <= INLINE_MAX) return { type: 'Inline', value: encoded }
  const { hash } = notePreimage(ctx, encoded, undefined)
  return { type: 'Lookup', value: { hash, len: encoded.length } }
}

/** The call that was kept; undefined when its bytes are gone, or no call of this runtime. */
export function keptCall(ctx: Ctx, kept: BoundedCall): RuntimeCallValue | undefined {
  const encoded = kept.type === 'Inline' ? kept.value : fetchPreimage(ctx, kept)
  if (encoded === undefined) return undefined
  try {
    return decodePrefix(runtimeCall, encoded, ctx.state.calls)
  } catch (error) {
    if (error instanceof ScaleError) return undefined
    throw error
  }
}

function fetchPreimage(ctx: Ctx, kept: Exclude<BoundedCall, { type: 'Inline' }>) {
  const { preimageFor, requestStatusFor } = ctx.storage.preimage
  const { hash } = kept.value
  if (kept.type === 'Lookup') return preimageFor.get([hash, kept.value.len])
  const status = requestStatusFor.get(hash)
  const length = status?.type === 'Requested' ? status.value.maybeLen : status?.value.len
  return length === undefined ? undefined : preimageFor.get([hash, length])
}

/** Lets go of a call that nobody will ask for again. One whose request is gone already is left alone. */
export function forgetCall(ctx: Ctx, kept: BoundedCall): void {
  if (kept.type === 'Inline') return
  const { hash } = kept.value
  const isRequested = ctx.storage.preimage.requestStatusFor.get(hash)?.type === 'Requested'
  if (isRequested) unrequestPreimage(ctx, hash)
}
