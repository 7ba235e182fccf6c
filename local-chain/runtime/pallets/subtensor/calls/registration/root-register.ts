/**
 * `SubtensorModule.root_register`. Takes a seat on the root network.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId } from '../../../../../frame/types/common.ts'
import type { Ctx } from '../../../../context.ts'
import { ensureRootNetwork, rootRegister } from '../../neurons/root-registration.ts'

export const rootRegisterCall = call({
  index: 62,
  docs: 'Gives a hotkey a seat on the root network; when all are taken it needs more root stake than the least of them.',
  args: { hotkey: accountId },
  info: { weight: { refTime: 2_178_934_000n, proofSize: 4_981n } },
  run(ctx: Ctx, origin, { hotkey }) {
    ensureRootNetwork(ctx)
    rootRegister(ctx, ensureSigned(origin), hotkey)
  },
})
