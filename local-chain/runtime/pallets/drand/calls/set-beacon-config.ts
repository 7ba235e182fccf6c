/**
 * `Drand.set_beacon_config`. Says which beacon is listened to.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named, option } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { multiSignature } from '../../../types.ts'
import { events } from '../events.ts'
import { beaconConfigurationPayload } from '../types.ts'

export const setBeaconConfig = call({
  index: 1,
  docs: 'Says which beacon is listened to: its key, period and names. Root only; nothing is checked.',
  args: {
    configPayload: named(
      'BeaconConfigurationPayload<T::Public, BlockNumberFor<T>>',
      beaconConfigurationPayload,
    ),
    signature: named('Option<T::Signature>', option(multiSignature)),
  },
  info: { weight: { refTime: 208_766_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, { configPayload }) {
    ensureRoot(origin)
    ctx.storage.drand.beaconConfig.set(configPayload.config)
    ctx.storage.drand.nextUnsignedAt.set(ctx.blockNumber + 1)
    ctx.emit(events.BeaconConfigChanged, undefined)
  },
})
