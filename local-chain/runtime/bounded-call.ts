/**
 * A call kept in storage: in place while it is short, by its hash in Preimage otherwise.
 *
 * Source: ../shared/spec/subnets.md section 15, "Bounded call" (frame_support `traits/preimages.rs`).
 *
 * @module
 */
import { type RuntimeCallValue, runtimeCall } from '../frame/call-table.ts'
import { unavailable } from '../frame/dispatch-error.ts'
import { boundedBytes, struct } from '../frame/types/combinators.ts'
import { h256 } from '../frame/types/common.ts'
import { enumeration } from '../frame/types/enumeration.ts'
import { bytes, u32 } from '../frame/types/primitives.ts'
import { decode, encode, type TypeOf } from '../frame/types/type.ts'
import type { Ctx } from './context.ts'

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

/** Keeps a call. */
export function keepCall(_ctx: Ctx, call: RuntimeCallValue): BoundedCall {
  const encoded = encode(runtimeCall, call)
  if (encoded.length > INLINE_MAX) throw unavailable
  return { type: 'Inline', value: encoded }
}

/** The call that was kept; undefined when its bytes are gone. */
export function keptCall(ctx: Ctx, kept: BoundedCall): RuntimeCallValue | undefined {
  if (kept.type !== 'Inline') return undefined
  return decode(runtimeCall, kept.value, ctx.state.calls)
}

/** Lets go of a call that nobody will ask for again. */
export function forgetCall(_ctx: Ctx, _kept: BoundedCall): void {}
