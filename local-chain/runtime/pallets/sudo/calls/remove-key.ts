/**
 * `Sudo.remove_key`: nobody is sudo any more.
 *
 * @module
 */
import { call } from '../../../../frame/pallet.ts'
import type { Ctx } from '../../../context.ts'
import { ensureSudo } from '../ensure-sudo.ts'
import { events } from '../events.ts'
import { REMOVE_KEY_WEIGHT } from '../weights.ts'

export const removeKey = call({
  index: 4,
  docs: 'Removes the sudo key for good. Only the sudo key may.',
  args: {},
  info: { weight: REMOVE_KEY_WEIGHT },
  run(ctx: Ctx, origin) {
    ensureSudo(ctx, origin)
    ctx.emit(events.KeyRemoved, undefined)
    ctx.storage.sudo.key.remove()
    return { paysFee: 'No' }
  },
})
