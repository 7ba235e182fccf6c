/**
 * AuraApi and GrandpaApi: who makes blocks. There is one author and no finality gadget, so nothing
 * is left for Grandpa to report.
 *
 * Source: ../shared/spec/runtime-api.md section 1.1, spec 425.
 *
 * @module
 */
import { newtype, tuple, vec } from '../../frame/types/combinators.ts'
import { u64 } from '../../frame/types/primitives.ts'
import { slotDuration } from '../pallets/aura/constants.ts'
import { auraAuthorityId, grandpaAuthorityId } from '../types.ts'
import { api, query } from './types.ts'

export const auraApi = api(
  'AuraApi',
  {
    slotDuration: query({
      docs: 'Milliseconds of a slot.',
      args: {},
      returns: newtype('sp_consensus_slots::SlotDuration', u64),
      run: (ctx) => slotDuration(ctx.profile),
    }),
    authorities: query({
      docs: 'Who makes blocks, in turn.',
      args: {},
      returns: vec(auraAuthorityId),
      run: (ctx) => ctx.storage.aura.authorities.get(),
    }),
  },
  'Block authors.',
)

export const grandpaApi = api(
  'GrandpaApi',
  {
    grandpaAuthorities: query({
      docs: 'Voters on finality: none, every block is final at once.',
      args: {},
      returns: vec(tuple(grandpaAuthorityId, u64)),
      run: () => [],
    }),
    currentSetId: query({
      docs: 'Number of the set of voters.',
      args: {},
      returns: u64,
      run: () => 0n,
    }),
  },
  'Voters on finality.',
)
