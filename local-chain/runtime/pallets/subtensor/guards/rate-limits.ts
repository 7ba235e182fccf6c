/**
 * CheckRateLimits: subnets are registered at most once in a while. (What it does for weights is with
 * the guards of weights.)
 *
 * Source: ../shared/spec/subnets.md sections 0.1 and 2.
 *
 * @module
 */
import { ensure } from '../../../../frame/dispatch-error.ts'
import { errors } from '../errors.ts'
import { hasPassed, lastRateLimitedBlock, NETWORK_LAST_REGISTERED } from '../rate-limits.ts'
import type { GuardsByCall } from './guard.ts'

export const rateLimitGuards: GuardsByCall = {
  register_network: (ctx) => {
    const last = lastRateLimitedBlock(ctx, NETWORK_LAST_REGISTERED)
    const limit = ctx.storage.subtensor.networkRateLimit.get()
    ensure(hasPassed(ctx, last, limit), errors.NetworkTxRateLimitExceeded)
  },
}
