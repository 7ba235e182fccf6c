/**
 * Events of AdminUtils, in wire order: the position is the index.
 *
 * @module
 */

import { palletEvents } from '../../../frame/pallet.ts'
import { netuid, u64f64 } from '../../../frame/types/common.ts'
import { bool, u16 } from '../../../frame/types/primitives.ts'
import { precompileEnum } from './types.ts'

export const events = palletEvents(
  { index: 19, name: 'AdminUtils', path: 'pallet_admin_utils' },
  {
    PrecompileUpdated: { precompileId: precompileEnum, enabled: bool },
    Yuma3EnableToggled: { netuid, enabled: bool },
    BondsResetToggled: { netuid, enabled: bool },
    BurnHalfLifeSet: { netuid, burnHalfLife: u16 },
    BurnIncreaseMultSet: { netuid, burnIncreaseMult: u64f64 },
    SubnetEmissionEnabledSet: { netuid, enabled: bool },
  },
  { params: [{ name: 'T' }] },
)
