/**
 * `System.remark`: bytes that stay in the block and change nothing.
 *
 * @module
 */
import { call } from '../../../../frame/pallet.ts'
import { bytes } from '../../../../frame/types/primitives.ts'

export const remark = call({
  index: 0,
  docs: 'Puts bytes into the block. Nothing is stored and any origin may do it.',
  args: { remark: bytes },
  info: { weight: { refTime: 0n, proofSize: 0n } },
  run() {},
})
