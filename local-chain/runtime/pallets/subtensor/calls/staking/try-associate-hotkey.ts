/**
 * `try_associate_hotkey`: makes a hotkey without owner the signer's own.
 *
 * Source: ../shared/spec/staking.md section 15, spec 425.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { createHotkeyIfUnknown } from '../../hotkeys.ts'

/**
 * Origin: any coldkey. A hotkey that has an owner, whoever it is, stays as it is. No event.
 *
 * @throws CannotUseSystemAccount  the hotkey is the account of a subnet
 */
export const tryAssociateHotkey = call({
  index: 91,
  docs: 'Makes the signer the owner of a hotkey that has none.',
  args: { hotkey: accountId },
  info: { weight: { refTime: 400_337_000n, proofSize: 4_283n } },
  run(ctx: Ctx, origin, { hotkey }) {
    createHotkeyIfUnknown(ctx, ensureSigned(origin), hotkey)
  },
})
