/**
 * `SubtensorModule.schedule_swap_coldkey`. Retired; kept because clients know its index.
 *
 * @module
 */
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { errors } from '../../errors.ts'

/** @throws Deprecated  always, whoever signs */
export const scheduleSwapColdkey = call({
  index: 73,
  docs: 'Refuses always: announce the swap of a coldkey instead.',
  args: { newColdkey: accountId },
  info: { weight: { refTime: 125_000_000n, proofSize: 0n } },
  run(_ctx: Ctx) {
    throw errors.Deprecated
  },
})
