/**
 * Calls of SafeMode.
 *
 * @module
 */
import { enter } from './enter.ts'
import { extend } from './extend.ts'
import { forceEnter } from './force-enter.ts'
import { forceExit } from './force-exit.ts'
import { forceExtend } from './force-extend.ts'
import { forceReleaseDeposit } from './force-release-deposit.ts'
import { forceSlashDeposit } from './force-slash-deposit.ts'
import { releaseDeposit } from './release-deposit.ts'

export const calls = {
  enter,
  forceEnter,
  extend,
  forceExtend,
  forceExit,
  forceSlashDeposit,
  releaseDeposit,
  forceReleaseDeposit,
}
