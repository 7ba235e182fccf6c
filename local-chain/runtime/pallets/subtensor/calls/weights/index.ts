/**
 * Calls of SubtensorModule: weights that are set at once.
 *
 * @module
 */
import { batchSetWeights } from './batch-set-weights.ts'
import { setMechanismWeights } from './set-mechanism-weights.ts'
import { setWeightsCall } from './set-weights.ts'

export const calls = {
  setWeights: setWeightsCall,
  setMechanismWeights,
  batchSetWeights,
}
