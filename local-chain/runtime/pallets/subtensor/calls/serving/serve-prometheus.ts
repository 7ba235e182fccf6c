/**
 * `SubtensorModule.serve_prometheus`. Publishes where a neuron's metrics are.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u8, u16, u32, u128 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { servePrometheus } from '../../neurons/serving.ts'

export const servePrometheusCall = call({
  index: 5,
  docs: "Publishes where a neuron's metrics can be read. Signed by its hotkey.",
  args: { netuid, version: u32, ip: u128, port: u16, ipType: u8 },
  info: { weight: { refTime: 204_294_000n, proofSize: 4_277n }, paysFee: 'No' },
  run(ctx: Ctx, origin, args) {
    servePrometheus(ctx, ensureSigned(origin), args)
  },
})
