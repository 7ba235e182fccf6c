/**
 * `System.set_code`: root would replace the runtime. This one is a program, not WASM, so no code passes the
 * check of its version.
 *
 * @module
 */
import { ensureRoot } from '../../../../frame/origin.ts'
import { call } from '../../../../frame/pallet.ts'
import { bytes } from '../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'

/** Origin: root. @throws FailedToExtractRuntimeVersion  always, as the chain does for what is no runtime */
export const setCode = call({
  index: 2,
  docs: 'Replaces the runtime. Nothing is a runtime here, so all code is refused.',
  args: { code: bytes },
  info: {
    weight: { refTime: 87_811_619_000n, proofSize: 1_485n },
    class: 'Operational',
  },
  run(_ctx: Ctx, origin) {
    ensureRoot(origin)
    throw errors.FailedToExtractRuntimeVersion
  },
})
