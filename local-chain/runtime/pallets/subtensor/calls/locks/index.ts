/**
 * Calls of SubtensorModule: locks.
 *
 * @module
 */
import { lockStake } from './lock-stake.ts'
import { moveLock } from './move-lock.ts'
import { setPerpetualLock } from './set-perpetual-lock.ts'
import { setRejectLockedAlpha } from './set-reject-locked-alpha.ts'

export const calls = { lockStake, moveLock, setPerpetualLock, setRejectLockedAlpha }
