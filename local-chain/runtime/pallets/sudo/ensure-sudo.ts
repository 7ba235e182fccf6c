/**
 * Lets only the sudo key and root pass.
 *
 * Source: `../shared/spec/swap.md` 13.3: Sudo is the stock pallet.
 *
 * @module
 */
import { ensure } from '../../../frame/dispatch-error.ts'
import { ensureSignedOrRoot, type Origin } from '../../../frame/origin.ts'
import type { Ctx } from '../../context.ts'
import { errors } from './errors.ts'

/** @throws BadOrigin, RequireSudo */
export function ensureSudo(ctx: Ctx, origin: Origin): void {
  const sender = ensureSignedOrRoot(origin)
  ensure(sender === undefined || ctx.storage.sudo.key.get() === sender, errors.RequireSudo)
}
