/**
 * Calls of Drand.
 *
 * @module
 */
import { setBeaconConfig } from './set-beacon-config.ts'
import { setOldestStoredRound } from './set-oldest-stored-round.ts'
import { writePulse } from './write-pulse.ts'

export const calls = { writePulse, setBeaconConfig, setOldestStoredRound }
