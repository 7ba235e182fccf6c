/**
 * Goal: fees and validity are told as the reference chain told them. Method: recorded extrinsics of the
 * signed series are asked about on the state before their block.
 */
import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ScaleError } from '../../../../local-chain/frame/scale/reader.ts'
import { ScaleWriter } from '../../../../local-chain/frame/scale/writer.ts'
import { prepareSignatures } from '../../../../local-chain/runtime/executive/extrinsics/signature.ts'
import { blake2b256 } from '../../../../src/primitives/hash.ts'
import { bytesToHex, hexToBytes } from '../../../../src/primitives/hex.ts'
import { hasShared, sharedPath } from '../../../support/shared.ts'
import { TraceState } from '../../../support/trace-state.ts'
import { loadTrace, type RecordedBlock, type RecordedExtrinsic } from '../../../support/traces.ts'

const files = hasShared
  ? readdirSync(sharedPath('vectors/traces')).filter((name) => /^signed-\d+/.test(name))
  : []

/** Verifying signatures takes longest by far, so validity is asked for the first blocks only. */
const VALIDITY_BLOCKS_MAX = 60
const EXTERNAL = 2

/** A recorded block's hash is that of its number (`../shared/vectors/traces/README.md`). */
function hashOf(block: number): Uint8Array {
  return blake2b256(Uint8Array.of(block & 0xff, block >> 8, 0, 0))
}

function encoded(write: (w: ScaleWriter) => void): Uint8Array {
  const writer = new ScaleWriter()
  write(writer)
  return writer.finish()
}

interface Question {
  readonly method: string
  readonly args: Uint8Array
  readonly expected: string
}

function questions(xt: RecordedExtrinsic, parent: number): Question[] {
  const bytes = hexToBytes(xt.xt)
  const withLength = encoded((w) => {
    w.raw(bytes)
    w.u32(bytes.length)
  })
  const inQueue = encoded((w) => {
    w.u8(EXTERNAL)
    w.raw(bytes)
    w.raw(hashOf(parent))
  })
  const all = [
    { method: 'TransactionPaymentApi_query_info', args: withLength, expected: xt.queryInfo },
    {
      method: 'TransactionPaymentApi_query_fee_details',
      args: withLength,
      expected: xt.queryFeeDetails,
    },
    {
      method: 'TaggedTransactionQueue_validate_transaction',
      args: inQueue,
      expected: parent < VALIDITY_BLOCKS_MAX ? xt.validity : undefined,
    },
  ]
  return all.flatMap(({ expected, ...rest }) =>
    expected === undefined ? [] : { ...rest, expected },
  )
}

/** Asks all that was recorded of one block; what differs is said in words. */
function askBlock(state: TraceState, block: RecordedBlock): { asked: number; wrong: string[] } {
  const ctx = state.context()
  // The recording leaves the hashes out of the state.
  for (let number = 0; number < block.number - 1; number++) {
    ctx.storage.system.blockHash.set(number, bytesToHex(hashOf(number)))
  }
  const wrong: string[] = []
  let asked = 0
  for (const xt of block.extrinsics ?? []) {
    for (const { method, args, expected } of questions(xt, block.number - 1)) {
      const text = answerOf(state, ctx, method, args)
      if (text === undefined) continue
      asked++
      if (text === expected) continue
      wrong.push(`block ${block.number} ${xt.label} ${method}: ${text} for ${expected}`)
    }
  }
  return { asked, wrong }
}

/** @returns undefined where a call of a pallet that is not in the runtime yet does not decode */
function answerOf(
  state: TraceState,
  ctx: ReturnType<TraceState['context']>,
  method: string,
  args: Uint8Array,
): string | undefined {
  try {
    return bytesToHex(state.apis.call(ctx, method, args) ?? new Uint8Array())
  } catch (error) {
    if (error instanceof ScaleError) return undefined
    throw error
  }
}

describe.skipIf(!hasShared)('transactions against recorded answers', () => {
  beforeAll(prepareSignatures)

  it.each(files)('%s', { timeout: 60_000 }, (file) => {
    const state = new TraceState(loadTrace(sharedPath(`vectors/traces/${file}`)))
    const wrong: string[] = []
    let asked = 0
    for (const block of state.trace.blocks) {
      const answers = askBlock(state, block)
      asked += answers.asked
      wrong.push(...answers.wrong)
      state.apply(block)
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(500)
  })
})
