/**
 * `Drand.write_pulse`. Brings pulses of the beacon.
 *
 * @module
 */
import { ensureNone } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { multiSignature } from '../../../types.ts'
import { storePulses } from '../pulses.ts'
import { pulsesPayload } from '../types.ts'

export const writePulse = call({
  index: 0,
  docs: "Stores pulses that the beacon signed. Unsigned: anybody's key may sign the payload, the pulses speak for themselves.",
  args: {
    pulsesPayload: named('PulsesPayload<T::Public, BlockNumberFor<T>>', pulsesPayload),
    signature: named('Option<T::Signature>', option(multiSignature)),
  },
  info: { weight: { refTime: 4_769_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { pulsesPayload }) {
    ensureNone(origin)
    storePulses(ctx, pulsesPayload.pulses)
  },
})
