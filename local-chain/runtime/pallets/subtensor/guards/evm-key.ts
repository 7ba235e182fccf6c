/**
 * CheckEvmKeyAssociation: a registered hotkey that did not change its EVM key lately.
 *
 * Source: ../shared/spec/subnets.md sections 0.1 and 9.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { errors } from '../errors.ts'
import { blocksSince } from '../rate-limits.ts'
import type { GuardsByCall } from './guard.ts'

export const evmKeyGuards: GuardsByCall = {
  associate_evm_key: (ctx, who, call) => {
    const { netuid } = call.args as { readonly netuid: number }
    const { uids, associatedEvmAddress } = ctx.storage.subtensor
    const uid = uids.get(netuid, who)
    if (uid === undefined) throw errors.HotKeyNotRegisteredInSubNet
    // A hotkey without an EVM key counts as changed in block 0.
    const [, changed] = associatedEvmAddress.get(netuid, uid) ?? ['', 0n]
    const wait = ctx.profile === 'fast' ? 1n : 7_200n
    ensure(blocksSince(ctx, changed) >= wait, errors.EvmKeyAssociateRateLimitExceeded)
  },
}
