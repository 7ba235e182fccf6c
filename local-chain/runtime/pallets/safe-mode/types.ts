/**
 * Types that the safe-mode pallet owns.
 *
 * @module
 */
import { plainEnum } from '../../../frame/types/enumeration.ts'

export const exitReason = plainEnum('pallet_safe_mode::pallet::ExitReason', ['Timeout', 'Force'])
