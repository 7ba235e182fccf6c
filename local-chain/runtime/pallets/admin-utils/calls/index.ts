/**
 * The calls of AdminUtils.
 *
 * @module
 */
import { authorityCalls } from './authorities.ts'
import { networkSetters } from './network.ts'
import { specialCalls } from './special.ts'
import { consensusSetters } from './subnet-consensus.ts'
import { registrationSetters } from './subnet-registration.ts'

export const calls = {
  ...networkSetters,
  ...registrationSetters,
  ...consensusSetters,
  ...specialCalls,
  ...authorityCalls,
}
