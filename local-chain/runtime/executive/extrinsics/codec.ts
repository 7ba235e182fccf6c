/**
 * Extrinsics as they travel: bare ones, and signed ones with what the transaction extensions add.
 *
 * Source: `../shared/spec/node-rpc.md` 8.1 and 8.2.
 *
 * @module
 */
import type { CallTable, RuntimeCallValue } from '../../../frame/call-table.ts'
import { runtimeCall } from '../../../frame/call-table.ts'
import { ScaleError, ScaleReader } from '../../../frame/scale/reader.ts'
import { multiAddress } from '../../../frame/types/common.ts'
import type { Type, TypeOf } from '../../../frame/types/type.ts'
import { signedExtra } from '../../extensions.ts'
import { multiSignature } from '../../types.ts'

/** Version byte: the two upper bits say what kind, the lower ones which format. */
const BARE_V4 = 0x04
const BARE_V5 = 0x05
const SIGNED_V4 = 0x84
const GENERAL_V5 = 0x45

export interface Extra {
  readonly era: TypeOf<typeof signedExtra.era>
  readonly nonce: number
  readonly tip: bigint
  readonly mode: TypeOf<typeof signedExtra.mode>
}

export interface SignedPart {
  readonly address: TypeOf<typeof multiAddress>
  readonly signature: TypeOf<typeof multiSignature>
  readonly extra: Extra
  /** The encodings that are signed: of the call, then of what the extensions add. */
  readonly payloadHead: Uint8Array
}

export interface Extrinsic {
  readonly call: RuntimeCallValue
  readonly signed?: SignedPart
  /** Format 5 with extensions and no signature: decoded, and never valid. */
  readonly general: boolean
}

/**
 * Reads an extrinsic with its length in front.
 *
 * @throws ScaleError  it is no extrinsic of this runtime
 */
export function decodeExtrinsic(bytes: Uint8Array, calls: CallTable): Extrinsic {
  const reader = new ScaleReader(bytes, calls)
  const extrinsic = readExtrinsic(reader)
  reader.end()
  return extrinsic
}

function readExtrinsic(reader: ScaleReader): Extrinsic {
  const length = reader.compact()
  const start = reader.offset
  const extrinsic = readBody(reader)
  if (reader.offset - start !== length) throw new ScaleError('the length in front is wrong')
  return extrinsic
}

function readBody(reader: ScaleReader): Extrinsic {
  const version = reader.u8()
  switch (version) {
    case BARE_V4:
    case BARE_V5:
      return { call: runtimeCall.read(reader), general: false }
    case SIGNED_V4:
      return readSigned(reader)
    case GENERAL_V5:
      if (reader.u8() !== 0) throw new ScaleError('extensions of another version')
      readExtra(reader)
      return { call: runtimeCall.read(reader), general: true }
    default:
      throw new ScaleError(`extrinsics of version byte ${version} are not known`)
  }
}

function readSigned(reader: ScaleReader): Extrinsic {
  const address = multiAddress.read(reader)
  const signature = multiSignature.read(reader)
  const extraAt = reader.offset
  const extra = readExtra(reader)
  const callAt = reader.offset
  const call = runtimeCall.read(reader)
  const payloadHead = new Uint8Array(reader.offset - extraAt)
  payloadHead.set(reader.slice(callAt, reader.offset))
  payloadHead.set(reader.slice(extraAt, callAt), reader.offset - callAt)
  return { call, signed: { address, signature, extra, payloadHead }, general: false }
}

function readExtra(reader: ScaleReader): Extra {
  return {
    era: signedExtra.era.read(reader),
    nonce: signedExtra.nonce.read(reader),
    tip: signedExtra.tip.read(reader),
    mode: signedExtra.mode.read(reader),
  }
}

/** An extrinsic as the argument of a runtime API. Reading needs the runtime's calls. */
export const uncheckedExtrinsic: Type<Extrinsic> = {
  def: { kind: 'outer', name: 'UncheckedExtrinsic' },
  typeName: '<Block as BlockT>::Extrinsic',
  sizeMin: 3,
  read: readExtrinsic,
  write() {
    throw new ScaleError('the runtime reads extrinsics and never writes them')
  },
}
