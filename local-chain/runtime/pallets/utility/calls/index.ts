/**
 * Calls of Utility.
 *
 * @module
 */
import { asDerivative } from './as-derivative.ts'
import { batch } from './batch.ts'
import { batchAll } from './batch-all.ts'
import { dispatchAs } from './dispatch-as.ts'
import { dispatchAsFallible } from './dispatch-as-fallible.ts'
import { forceBatch } from './force-batch.ts'
import { ifElse } from './if-else.ts'
import { withWeight } from './with-weight.ts'

export const calls = {
  batch,
  asDerivative,
  batchAll,
  dispatchAs,
  forceBatch,
  withWeight,
  ifElse,
  dispatchAsFallible,
}
