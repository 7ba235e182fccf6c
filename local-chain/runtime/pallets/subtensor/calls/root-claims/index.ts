/**
 * Calls of SubtensorModule: claims of root dividends.
 *
 * @module
 */
import { claimRoot } from './claim-root.ts'
import { sudoSetNumRootClaims, sudoSetRootClaimThreshold } from './claim-settings.ts'
import { setRootClaimType } from './set-root-claim-type.ts'

export const calls = {
  claimRoot,
  setRootClaimType,
  sudoSetNumRootClaims,
  sudoSetRootClaimThreshold,
}
