/**
 * Calls of Swap, in the order of metadata.
 *
 * @module
 */
import {
  addLiquidity,
  disableLp,
  modifyPosition,
  removeLiquidity,
  toggleUserLiquidity,
} from './calls/deprecated.ts'
import { setFeeRate } from './calls/set-fee-rate.ts'

export const calls = {
  setFeeRate,
  toggleUserLiquidity,
  addLiquidity,
  removeLiquidity,
  modifyPosition,
  disableLp,
}
