/**
 * Calls of SubtensorModule: parameters that AdminUtils does not set.
 *
 * @module
 */
import {
  setPendingChildkeyCooldown,
  sudoSetMaxChildkeyTake,
  sudoSetMinChildkeyTake,
  sudoSetNumRootClaims,
  sudoSetRootClaimThreshold,
  sudoSetTxChildkeyTakeRateLimit,
} from './root.ts'
import { setActivityCutoffFactor, setTempo, triggerEpoch } from './schedule.ts'
import {
  disableVotingPowerTracking,
  enableVotingPowerTracking,
  sudoSetVotingPowerEmaAlpha,
} from './voting-power.ts'

export const calls = {
  sudoSetTxChildkeyTakeRateLimit,
  sudoSetMinChildkeyTake,
  sudoSetMaxChildkeyTake,
  setPendingChildkeyCooldown,
  sudoSetNumRootClaims,
  sudoSetRootClaimThreshold,
  enableVotingPowerTracking,
  disableVotingPowerTracking,
  sudoSetVotingPowerEmaAlpha,
  setTempo,
  setActivityCutoffFactor,
  triggerEpoch,
}
