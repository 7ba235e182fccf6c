/**
 * `payment_*`: what an extrinsic costs, as old clients ask it. The runtime APIs are behind it.
 *
 * @module
 */
import { ScaleReader } from '../../frame/scale/reader.ts'
import { ScaleWriter } from '../../frame/scale/writer.ts'
import type { NodeContext } from '../node-context.ts'
import { blockOf } from './blocks.ts'
import { RpcError } from './errors.ts'
import { type MethodTable, method } from './method-table.ts'
import { bytes, hash, optional } from './params.ts'

const CLASSES = ['normal', 'operational', 'mandatory'] as const

/** `at` and the byte length follow the extrinsic, as the API takes them. */
function ask(
  node: NodeContext,
  api: string,
  extrinsic: Uint8Array,
  at: string | undefined,
): ScaleReader {
  const writer = new ScaleWriter()
  writer.raw(extrinsic)
  writer.u32(extrinsic.length)
  let why = `${api} is not found`
  try {
    const answer = node.callApi(blockOf(node, at), api, writer.finish())
    if (answer.found) return new ScaleReader(answer.bytes)
  } catch (error) {
    if (error instanceof RpcError) throw error
    why = String(error)
  }
  throw new RpcError(1, 'Unable to query dispatch info.', why)
}

const toHex = (value: bigint) => `0x${value.toString(16)}`

export const paymentMethods: MethodTable = {
  payment_queryInfo: method([bytes, optional(hash)], ({ node }, extrinsic, at) => {
    const info = ask(node, 'TransactionPaymentApi_query_info', extrinsic, at)
    const refTime = Number(info.compactBig())
    const proofSize = Number(info.compactBig())
    const dispatchClass = CLASSES[info.u8()] ?? 'normal'
    return {
      weight: { ref_time: refTime, proof_size: proofSize },
      class: dispatchClass,
      partialFee: info.u64().toString(),
    }
  }),
  payment_queryFeeDetails: method([bytes, optional(hash)], ({ node }, extrinsic, at) => {
    const details = ask(node, 'TransactionPaymentApi_query_fee_details', extrinsic, at)
    if (details.u8() === 0) return { inclusionFee: null }
    const [baseFee, lenFee, adjustedWeightFee] = [details.u64(), details.u64(), details.u64()]
    return {
      inclusionFee: {
        baseFee: toHex(baseFee),
        lenFee: toHex(lenFee),
        adjustedWeightFee: toHex(adjustedWeightFee),
      },
    }
  }),
}
