/**
 * What a guard is: a look at a call before it is dispatched, that writes nothing.
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { RuntimeCallValue } from '../../../../frame/call-table.ts'
import type { Ctx } from '../../../context.ts'

/** Throws a `DispatchFailure` to refuse. */
export type Guard = (ctx: Ctx, who: AccountId, call: RuntimeCallValue) => void

/** Guards by the names of the calls, of SubtensorModule, that they look at. */
export type GuardsByCall = { readonly [call: string]: Guard }
