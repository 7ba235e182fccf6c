/**
 * The calls of AdminUtils. `swap_authorities` and `schedule_grandpa_change` come with block authoring.
 *
 * @module
 */
import { networkSetters } from './network.ts'
import { specialCalls } from './special.ts'
import { consensusSetters } from './subnet-consensus.ts'
import { registrationSetters } from './subnet-registration.ts'

export const calls = {
  ...networkSetters,
  ...registrationSetters,
  ...consensusSetters,
  ...specialCalls,
}
