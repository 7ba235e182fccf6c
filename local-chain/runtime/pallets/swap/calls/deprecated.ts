/**
 * The calls of the former concentrated-liquidity pools. They keep their wire index so that old
 * clients get an answer, and they refuse every origin.
 *
 * Source: ../shared/spec/swap.md section 2.
 *
 * @module
 */
import { call } from '../../../../frame/pallet.ts'
import { accountId, netuid } from '../../../../frame/types/common.ts'
import { bool, i64, u64 } from '../../../../frame/types/primitives.ts'
import { errors } from '../errors.ts'
import { positionId, tickIndex } from '../types.ts'

const DOCS = 'Refused: pools hold no positions of users any more. Stake to a subnet instead.'
const info = { weight: { refTime: 15_000_000n, proofSize: 0n } }

/** @throws Deprecated */
function refuse(): never {
  throw errors.Deprecated
}

export const addLiquidity = call({
  index: 1,
  docs: DOCS,
  args: { hotkey: accountId, netuid, tickLow: tickIndex, tickHigh: tickIndex, liquidity: u64 },
  info,
  run: refuse,
})

export const removeLiquidity = call({
  index: 2,
  docs: DOCS,
  args: { hotkey: accountId, netuid, positionId },
  info,
  run: refuse,
})

export const modifyPosition = call({
  index: 3,
  docs: DOCS,
  args: { hotkey: accountId, netuid, positionId, liquidityDelta: i64 },
  info,
  run: refuse,
})

export const toggleUserLiquidity = call({
  index: 4,
  docs: DOCS,
  args: { netuid, enable: bool },
  info,
  run: refuse,
})

export const disableLp = call({ index: 5, docs: DOCS, args: {}, info, run: refuse })
