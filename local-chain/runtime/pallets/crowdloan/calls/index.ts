/**
 * Calls of Crowdloan.
 *
 * @module
 */
import { contribute } from './contribute.ts'
import { create } from './create.ts'
import { dissolve } from './dissolve.ts'
import { finalize } from './finalize.ts'
import { refund } from './refund.ts'
import { setMaxContribution, updateCap, updateEnd, updateMinContribution } from './updates.ts'
import { withdraw } from './withdraw.ts'

export const calls = {
  create,
  contribute,
  withdraw,
  finalize,
  refund,
  dissolve,
  updateMinContribution,
  updateEnd,
  updateCap,
  setMaxContribution,
}
