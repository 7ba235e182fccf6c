/**
 * `LimitOrders.set_pallet_status`: root switches limit orders on or off.
 *
 * Source: ../shared/spec/swap.md section 11.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { bool } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { ownsHotkey } from '../../subtensor/hotkeys.ts'
import { PALLET_KEYS } from '../accounts.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { SET_PALLET_STATUS_WEIGHT } from '../weights.ts'

export const setPalletStatus = call({
  index: 3,
  docs: 'Root switches limit orders on or off.',
  args: { enabled: bool },
  info: { weight: SET_PALLET_STATUS_WEIGHT },
  run(ctx: Ctx, origin, { enabled }) {
    ensureRoot(origin)
    const { coldkey, hotkey } = PALLET_KEYS
    ensure(!enabled || ownsHotkey(ctx, coldkey, hotkey), errors.PalletHotkeyNotRegistered)
    ctx.storage.limitOrders.limitOrdersEnabled.set(enabled)
    ctx.emit(events.LimitOrdersPalletStatusChanged, { enabled })
  },
})
