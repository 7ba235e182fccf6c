/**
 * `SubtensorModule.serve_axon_tls`. Publishes a neuron's endpoint with a certificate.
 *
 * @module
 */
import { ensureSigned } from '../../../../../frame/origin.ts'
import { call } from '../../../../../frame/pallet.ts'
import { netuid } from '../../../../../frame/types/common.ts'
import { bytes, u8, u16, u32, u128 } from '../../../../../frame/types/primitives.ts'
import type { Ctx } from '../../../../context.ts'
import { serveAxon } from '../../neurons/serving.ts'

export const serveAxonTls = call({
  index: 40,
  docs: 'Publishes where a neuron answers, and its certificate: one byte for the algorithm, then at most 64 of the key.',
  args: {
    netuid,
    version: u32,
    ip: u128,
    port: u16,
    ipType: u8,
    protocol: u8,
    placeholder1: u8,
    placeholder2: u8,
    certificate: bytes,
  },
  info: { weight: { refTime: 205_617_000n, proofSize: 4_149n }, paysFee: 'No' },
  run(ctx: Ctx, origin, { certificate, ...args }) {
    serveAxon(ctx, ensureSigned(origin), args, certificate)
  },
})
