/**
 * Calls of SubtensorModule: staking.
 *
 * @module
 */
import { addStake } from './add-stake.ts'
import { addStakeBurn } from './add-stake-burn.ts'
import { addStakeLimit } from './add-stake-limit.ts'
import { burnAlpha } from './burn-alpha.ts'
import { decreaseTake } from './decrease-take.ts'
import { increaseTake } from './increase-take.ts'
import { moveStake } from './move-stake.ts'
import { recycleAlpha } from './recycle-alpha.ts'
import { removeStake } from './remove-stake.ts'
import { removeStakeFullLimit } from './remove-stake-full-limit.ts'
import { removeStakeLimit } from './remove-stake-limit.ts'
import { setColdkeyAutoStakeHotkey } from './set-coldkey-auto-stake-hotkey.ts'
import { swapStake } from './swap-stake.ts'
import { swapStakeLimit } from './swap-stake-limit.ts'
import { transferStake } from './transfer-stake.ts'
import { unstakeAll } from './unstake-all.ts'
import { unstakeAllAlpha } from './unstake-all-alpha.ts'

export const calls = {
  decreaseTake,
  increaseTake,
  addStake,
  removeStake,
  unstakeAll,
  unstakeAllAlpha,
  moveStake,
  transferStake,
  swapStake,
  addStakeLimit,
  removeStakeLimit,
  swapStakeLimit,
  recycleAlpha,
  burnAlpha,
  removeStakeFullLimit,
  setColdkeyAutoStakeHotkey,
  addStakeBurn,
}
