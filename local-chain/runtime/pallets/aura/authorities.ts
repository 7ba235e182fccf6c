/**
 * Changing who takes turns in making blocks.
 *
 * Source: pallet_aura `change_authorities`; ../shared/spec/hyperparameters.md section 2.
 *
 * @module
 */
import { vec } from '../../../frame/types/combinators.ts'
import { encode } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { auraAuthorityId } from '../../types.ts'
import { ENGINE } from './slot.ts'

/** Variant AuthoritiesChange of Aura's log in the digest. */
const AUTHORITIES_CHANGE = 1
const authorityList = vec(auraAuthorityId)

/** From the next block on; the header of this one says so. */
export function changeAuthorities(ctx: Ctx, authorities: readonly Uint8Array[]): void {
  const { digest } = ctx.storage.system
  ctx.storage.aura.authorities.set(authorities)
  const log = Uint8Array.from([AUTHORITIES_CHANGE, ...encode(authorityList, authorities)])
  digest.set({ logs: [...digest.get().logs, { type: 'Consensus', value: [ENGINE, log] }] })
}
