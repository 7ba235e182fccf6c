/**
 * `SubtensorModule.serve_axon`. Publishes a neuron's endpoint.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { u8, u16, u32, u128 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { serveAxon } from '../../neurons/serving.ts'

export const serveAxonCall = call({
  index: 4,
  docs: 'Publishes where a neuron answers. Signed by its hotkey.',
  args: {
    netuid,
    version: u32,
    ip: u128,
    port: u16,
    ipType: u8,
    protocol: u8,
    placeholder1: u8,
    placeholder2: u8,
  },
  info: { weight: { refTime: 206_278_000n, proofSize: 4_178n }, paysFee: 'No' },
  run(ctx: Ctx, origin, args) {
    serveAxon(ctx, ensureSigned(origin), args)
  },
})
