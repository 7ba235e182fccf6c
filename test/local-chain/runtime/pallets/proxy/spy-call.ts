/**
 * A call under any name that does nothing but note who made it.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../../../../local-chain/frame/call-table.ts'
import type { Origin } from '../../../../../local-chain/frame/origin.ts'
import { call } from '../../../../../local-chain/frame/pallet.ts'

/** @returns the call, and the origins it has seen */
export function spy(pallet: string, name: string, args: Record<string, unknown> = {}) {
  const origins: Origin[] = []
  const value: RuntimeCallValue = {
    palletIndex: 0,
    pallet,
    name,
    args,
    call: call({
      index: 0,
      docs: 'Notes its origin.',
      args: {},
      info: { weight: { refTime: 0n, proofSize: 0n } },
      run(_ctx, origin) {
        origins.push(origin)
      },
    }),
  }
  return { value, origins }
}
