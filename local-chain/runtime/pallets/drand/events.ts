/**
 * Events of Drand, in wire order: the position is the index.
 *
 * @module
 */
import { palletEvents } from '../../../frame/pallet.ts'
import { named, vec } from '../../../frame/types/combinators.ts'
import { u64 } from '../../../frame/types/primitives.ts'

export const events = palletEvents(
  { index: 26, name: 'Drand', path: 'pallet_drand' },
  {
    BeaconConfigChanged: null,
    NewPulse: { rounds: named('Vec<RoundNumber>', vec(u64)) },
    SetOldestStoredRound: [u64],
  },
  { params: [{ name: 'T' }] },
)
