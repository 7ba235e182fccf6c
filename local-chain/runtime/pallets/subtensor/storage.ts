/**
 * All storage items of SubtensorModule, in the order of metadata.
 *
 * @module
 */
import { claimsStorage } from './storage/claims.ts'
import { hotkeysStorage } from './storage/hotkeys.ts'
import { hyperparametersStorage } from './storage/hyperparameters.ts'
import { issuanceStorage } from './storage/issuance.ts'
import { limitsStorage } from './storage/limits.ts'
import { neuronsStorage } from './storage/neurons.ts'
import { registrationStorage } from './storage/registration.ts'
import { stakingStorage } from './storage/staking.ts'
import { subnetsStorage } from './storage/subnets.ts'
import { taoFlowStorage } from './storage/tao-flow.ts'
import { weightsStorage } from './storage/weights.ts'

export const storage = {
  ...limitsStorage,
  ...hotkeysStorage,
  ...issuanceStorage,
  ...stakingStorage,
  ...taoFlowStorage,
  ...registrationStorage,
  ...subnetsStorage,
  ...hyperparametersStorage,
  ...neuronsStorage,
  ...weightsStorage,
  ...claimsStorage,
}
