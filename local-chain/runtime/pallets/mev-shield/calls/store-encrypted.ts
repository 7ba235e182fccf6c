/**
 * `MevShield.store_encrypted`. Puts an encrypted call into the queue.
 *
 * @module
 */
import { ensureSigned } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { named } from '../../../../frame/types/combinators.ts'
import type { Ctx } from '../../../context.ts'
import { storeCall } from '../queue.ts'
import { encryptedCall } from '../types.ts'

/** Origin: signed. Emits `ExtrinsicStored`. @throws TooManyPendingExtrinsics */
export const storeEncrypted = call({
  index: 2,
  docs: 'Puts an encrypted call into the queue of those that run at the start of a later block.',
  args: { encryptedCall: named('BoundedVec<u8, MaxEncryptedCallSize>', encryptedCall) },
  info: { weight: { refTime: 20_000_000_000n, proofSize: 0n } },
  run(ctx: Ctx, origin, args) {
    storeCall(ctx, ensureSigned(origin), args.encryptedCall)
  },
})
