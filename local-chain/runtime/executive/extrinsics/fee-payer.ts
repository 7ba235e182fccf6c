/**
 * Who pays for an extrinsic: its signer, or the account for which it acts as a proxy, where that account
 * took over the fees.
 *
 * Source: `../shared/spec/swap.md` 13.4 (subtensor `runtime/src/transaction_payment_wrapper.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import type { multiAddress } from '../../../frame/types/common.ts'
import type { TypeOf } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { isBatch } from '../call-filter.ts'

/** The payer; two levels of proxies at most, and `proxy_announced` is never looked into. */
export function feePayer(ctx: Ctx, signer: AccountId, call: RuntimeCallValue): AccountId {
  const outer = proxiedBy(ctx, signer, call)
  if (outer === undefined) return signer
  const inner = call.args['call'] as RuntimeCallValue
  return proxiedBy(ctx, outer, inner) ?? proxiedByAll(ctx, outer, inner) ?? outer
}

/** The account that the call is made for, if it pays for this delegate. */
function proxiedBy(ctx: Ctx, delegate: AccountId, call: RuntimeCallValue): AccountId | undefined {
  const real = realOf(call)
  if (real === undefined || !ctx.storage.proxy.realPaysFee.exists(real, delegate)) return undefined
  return real
}

/** The one account that every call of a batch is made for, if it pays for this delegate. */
function proxiedByAll(
  ctx: Ctx,
  delegate: AccountId,
  call: RuntimeCallValue,
): AccountId | undefined {
  if (!isBatch(call)) return undefined
  const [first, ...others] = call.args['calls'] as readonly RuntimeCallValue[]
  const real = first === undefined ? undefined : proxiedBy(ctx, delegate, first)
  return others.every((other) => realOf(other) === real) ? real : undefined
}

function realOf(call: RuntimeCallValue): AccountId | undefined {
  if (call.pallet !== 'Proxy' || call.name !== 'proxy') return undefined
  const real = call.args['real'] as TypeOf<typeof multiAddress>
  return real.type === 'Id' ? real.value : undefined
}
