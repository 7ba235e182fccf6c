/**
 * Events of Commitments, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { accountId, netuid } from '../../../frame/types/common.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const events = palletEvents(
  { index: 18, name: 'Commitments', path: 'pallet_commitments' },
  {
    Commitment: { netuid, who: accountId },
    TimelockCommitment: { netuid, who: accountId, revealRound: u64 },
    CommitmentRevealed: { netuid, who: accountId },
  },
)
