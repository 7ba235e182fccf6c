/**
 * `SubtensorModule.try_associate_hotkey`. Claims a hotkey that nobody owns.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { createHotkeyIfUnknown } from '../../hotkeys.ts'

export const tryAssociateHotkey = call({
  index: 91,
  docs: 'Makes the signer the owner of a hotkey that has none. One that has an owner stays as it is.',
  args: { hotkey: accountId },
  info: { weight: { refTime: 400_337_000n, proofSize: 4_283n } },
  run(ctx: Ctx, origin, { hotkey }) {
    createHotkeyIfUnknown(ctx, ensureSigned(origin), hotkey)
  },
})
