/**
 * A call made for another account: under the filter of the proxy's type, with the result in an event.
 *
 * Source: ../shared/spec/subnets.md 16.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import { signed, withFilter } from '../../../frame/origin.ts'
import type { Ctx } from '../../context.ts'
import { dispatch } from '../../executive/dispatch.ts'
import { events } from './events.ts'
import { mayCall } from './filter.ts'
import type { ProxyType } from './types.ts'

/** Dispatches as `real`. Never refuses: what became of the call is in `ProxyExecuted`. */
export function executeAs(
  ctx: Ctx,
  real: AccountId,
  type: ProxyType,
  call: RuntimeCallValue,
): void {
  const origin = withFilter(signed(real), (inner) => mayCall(type, inner))
  const outcome = dispatch(ctx, origin, call)
  const result = outcome.ok ? undefined : outcome.failure.value
  ctx.storage.proxy.lastCallResult.set(real, result)
  ctx.emit(events.ProxyExecuted, { result })
}
