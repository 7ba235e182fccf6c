/**
 * TransactionPaymentApi and TaggedTransactionQueue: what an extrinsic would cost, and whether it may
 * go into the next block.
 *
 * Source: ../shared/spec/node-rpc.md sections 8.3 and 8.4, swap.md section 13, spec 425.
 *
 * @module
 */
import { dispatchWeight, h256 } from '../../frame/types/common.ts'
import { u32, u64 } from '../../frame/types/primitives.ts'
import type { Type, TypeOf } from '../../frame/types/type.ts'
import type { Ctx } from '../context.ts'
import { decodeExtrinsic, uncheckedExtrinsic } from '../executive/extrinsics/codec.ts'
import { validateExtrinsic } from '../executive/extrinsics/execute.ts'
import {
  feeDetails,
  lengthToFee,
  runtimeDispatchInfo,
  weightToFee,
} from '../executive/extrinsics/fees.ts'
import { queryFeeDetails, queryInfo } from '../executive/extrinsics/queries.ts'
import {
  transactionSource,
  transactionValidity,
  ValidityFailure,
} from '../executive/extrinsics/validity.ts'
import { api, query } from './types.ts'

const feeArgs = { uxt: uncheckedExtrinsic, len: u32 }

export const transactionPaymentApi = api(
  'TransactionPaymentApi',
  {
    queryInfo: query({
      docs: 'Weight, class and fee of an extrinsic, without its tip. Its signature may be zeros.',
      args: feeArgs,
      returns: runtimeDispatchInfo,
      run: (ctx, { uxt, len }) => queryInfo(ctx, uxt, len),
    }),
    queryFeeDetails: query({
      docs: 'The parts of the fee of an extrinsic.',
      args: feeArgs,
      returns: feeDetails,
      run: (ctx, { uxt, len }) => queryFeeDetails(ctx, uxt, len),
    }),
    queryWeightToFee: query({
      docs: 'Fee of a weight.',
      args: { weight: dispatchWeight },
      returns: u64,
      run: (_ctx, { weight }) => weightToFee(weight),
    }),
    queryLengthToFee: query({
      docs: 'Fee of a number of bytes.',
      args: { length: u32 },
      returns: u64,
      run: (_ctx, { length }) => lengthToFee(length),
    }),
  },
  'Fees of extrinsics.',
)

/** An extrinsic with its length in front, not looked into: validation wants all of its bytes. */
const wholeExtrinsic: Type<Uint8Array> = {
  ...uncheckedExtrinsic,
  write: (w, value) => w.raw(value),
  read(r) {
    const start = r.offset
    const size = r.length(1)
    r.raw(size)
    return r.slice(start, r.offset)
  },
}

/** The same state as the next block will see it. */
function atNextBlock(ctx: Ctx, bestHash: string): Ctx {
  const best = ctx.blockNumber
  const { allExtrinsicsLen, blockHash } = ctx.storage.system
  blockHash.set(best, bestHash)
  allExtrinsicsLen.remove()
  return Object.create(ctx, { blockNumber: { value: best + 1 } }) as Ctx
}

function validityOf(
  ctx: Ctx,
  tx: Uint8Array,
  bestHash: string,
): TypeOf<typeof transactionValidity> {
  const extrinsic = decodeExtrinsic(tx, ctx.state.calls)
  try {
    return { ok: validateExtrinsic(atNextBlock(ctx, bestHash), extrinsic, tx.length) }
  } catch (error) {
    if (error instanceof ValidityFailure) return { error: error.value }
    throw error
  }
}

export const transactionQueueApi = api(
  'TaggedTransactionQueue',
  {
    validateTransaction: query({
      docs: 'Whether a transaction may go into the block after this one.',
      args: { source: transactionSource, tx: wholeExtrinsic, blockHash: h256 },
      returns: transactionValidity,
      run: (ctx, { tx, blockHash }) => validityOf(ctx, tx, blockHash),
    }),
  },
  'Validity of transactions.',
)
