/**
 * `SubtensorModule.register`. Registers a hotkey on a subnet; proof of work is a thing of the past.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../../frame/types/common.ts'
import { bytes, u64 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { burnedRegister } from '../../neurons/registration.ts'

export const register = call({
  index: 6,
  docs: 'As burned_register: the signer pays. Block, nonce, work and coldkey are not looked at.',
  args: {
    netuid,
    blockNumber: u64,
    nonce: u64,
    work: bytes,
    hotkey: accountId,
    coldkey: accountId,
  },
  info: { weight: { refTime: 4_099_872_000n, proofSize: 6_148n } },
  run(ctx: Ctx, origin, { netuid, hotkey }) {
    burnedRegister(ctx, { netuid, hotkey, coldkey: ensureSigned(origin) })
  },
})
