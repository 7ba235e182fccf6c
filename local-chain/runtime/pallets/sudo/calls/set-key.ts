/**
 * `Sudo.set_key`: the sudo key hands its power to another account.
 *
 * @module
 */
import { call } from '../../../../frame/pallet.ts'
import { multiAddress } from '../../../../frame/types/common.ts'
import type { Ctx } from '../../../context.ts'
import { lookup } from '../../balances/calls/lookup.ts'
import { ensureSudo } from '../ensure-sudo.ts'
import { events } from '../events.ts'
import { SET_KEY_WEIGHT } from '../weights.ts'

export const setKey = call({
  index: 2,
  docs: 'Makes another account the sudo key. Only the present one may.',
  args: { new: multiAddress },
  info: { weight: SET_KEY_WEIGHT },
  run(ctx: Ctx, origin, args) {
    ensureSudo(ctx, origin)
    const key = lookup(args.new)
    ctx.emit(events.KeyChanged, { old: ctx.storage.sudo.key.get(), new: key })
    ctx.storage.sudo.key.set(key)
    return { paysFee: 'No' }
  },
})
