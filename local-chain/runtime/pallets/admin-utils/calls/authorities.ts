/**
 * Calls of AdminUtils about who makes blocks and who finalizes them.
 *
 * Source: ../shared/spec/hyperparameters.md section 2.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { boundedVec, named, option, tuple, vec } from '../../../../frame/types/combinators.ts'
import { u32, u64 } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { auraAuthorityId, grandpaAuthorityId } from '../../../types.ts'
import { changeAuthorities } from '../../aura/authorities.ts'

const AUTHORITIES_MAX = 32

export const authorityCalls = {
  swapAuthorities: call({
    index: 0,
    docs: 'Replaces those who take turns in making blocks. Root only; an empty list changes nothing.',
    args: {
      newAuthorities: named(
        'BoundedVec<<T as Config>::AuthorityId, T::MaxAuthorities>',
        boundedVec(auraAuthorityId, AUTHORITIES_MAX),
      ),
    },
    info: (_ctx: Ctx, { newAuthorities }) => ({
      weight: {
        refTime: 104_442_146n + 29_392n * BigInt(newAuthorities.length),
        proofSize: 0n,
      },
    }),
    run(ctx: Ctx, origin, { newAuthorities }) {
      ensureRoot(origin)
      if (newAuthorities.length > 0) changeAuthorities(ctx, newAuthorities)
    },
  }),

  scheduleGrandpaChange: call({
    index: 59,
    docs: 'Would replace those who finalize blocks. Root only; without effect here, where nobody votes: every block is final.',
    args: {
      nextAuthorities: named('AuthorityList', vec(tuple(grandpaAuthorityId, u64))),
      inBlocks: named('BlockNumberFor<T>', u32),
      forced: named('Option<BlockNumberFor<T>>', option(u32)),
    },
    info: (_ctx: Ctx, { nextAuthorities }) => ({
      weight: {
        refTime: 132_972_506n + 15_444n * BigInt(nextAuthorities.length),
        proofSize: 2_779n,
      },
    }),
    run(_ctx: Ctx, origin) {
      ensureRoot(origin)
    },
  }),
}
