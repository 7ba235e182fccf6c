/**
 * Calls of SubtensorModule: a subnet's schedule and its voting power.
 *
 * @module
 */
import { setActivityCutoffFactor, setTempo, triggerEpoch } from './schedule.ts'
import {
  disableVotingPowerTracking,
  enableVotingPowerTracking,
  sudoSetVotingPowerEmaAlpha,
} from './voting-power.ts'

export const calls = {
  enableVotingPowerTracking,
  disableVotingPowerTracking,
  sudoSetVotingPowerEmaAlpha,
  setTempo,
  setActivityCutoffFactor,
  triggerEpoch,
}
