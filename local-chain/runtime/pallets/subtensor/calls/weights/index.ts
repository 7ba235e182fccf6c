/**
 * Calls of SubtensorModule: weights, set at once or committed first.
 *
 * @module
 */
import { batchCommitWeights } from './batch-commit-weights.ts'
import { batchRevealWeights } from './batch-reveal-weights.ts'
import { batchSetWeights } from './batch-set-weights.ts'
import { commitCrv3MechanismWeights } from './commit-crv3-mechanism-weights.ts'
import { commitMechanismWeights } from './commit-mechanism-weights.ts'
import { commitTimelockedMechanismWeights } from './commit-timelocked-mechanism-weights.ts'
import { commitTimelockedWeights } from './commit-timelocked-weights.ts'
import { commitWeightsCall } from './commit-weights.ts'
import { revealMechanismWeights } from './reveal-mechanism-weights.ts'
import { revealWeightsCall } from './reveal-weights.ts'
import { setMechanismWeights } from './set-mechanism-weights.ts'
import { setWeightsCall } from './set-weights.ts'

export const calls = {
  setWeights: setWeightsCall,
  setMechanismWeights,
  batchSetWeights,
  commitWeights: commitWeightsCall,
  commitMechanismWeights,
  batchCommitWeights,
  revealWeights: revealWeightsCall,
  revealMechanismWeights,
  commitCrv3MechanismWeights,
  batchRevealWeights,
  commitTimelockedWeights,
  commitTimelockedMechanismWeights,
}
