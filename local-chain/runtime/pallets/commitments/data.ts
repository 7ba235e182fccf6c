/**
 * One field of a commitment. On the wire every length of raw bytes up to 128 is a variant of its own;
 * here they are all `Raw`.
 *
 * Source: ../shared/spec/subnets.md section 17 (subtensor `pallets/commitments/src/types.rs`).
 *
 * @module
 */
import { ScaleError } from '../../../frame/scale/reader.ts'
import { boundedBytes } from '../../../frame/types/combinators.ts'
import { byteArray, bytes, u64 } from '../../../frame/types/primitives.ts'
import type { Type, VariantDef } from '../../../frame/types/type.ts'

export type Data =
  | { readonly type: 'None' | 'ResetBondsFlag' }
  | { readonly type: 'Raw' | 'BigRaw' | HashName; readonly value: Uint8Array }
  | { readonly type: 'TimelockEncrypted'; readonly value: TimelockEncrypted }

/** Bytes that the pulse of a round of the beacon opens. */
export interface TimelockEncrypted {
  readonly encrypted: Uint8Array
  readonly revealRound: bigint
}

const HASHES = ['BlakeTwo256', 'Sha256', 'Keccak256', 'ShaThree256'] as const
type HashName = (typeof HASHES)[number]

const RAW_MAX = 128
const FIRST_RAW = 1
const FIRST_HASH = FIRST_RAW + RAW_MAX + 1
const TIMELOCK = FIRST_HASH + HASHES.length
const RESET_BONDS = TIMELOCK + 1
const BIG_RAW = RESET_BONDS + 1

const hash = byteArray(32)
const ciphertext = boundedBytes(bytes, 1024)
const bigRaw = boundedBytes(bytes, 512)

/** As metadata lists them: the fields have no type names. */
const variants: readonly VariantDef[] = [
  { name: 'None', index: 0, fields: [] },
  ...Array.from({ length: RAW_MAX + 1 }, (_, size) => ({
    name: `Raw${size}`,
    index: FIRST_RAW + size,
    fields: [{ type: byteArray(size) }],
  })),
  ...HASHES.map((name, i) => ({ name, index: FIRST_HASH + i, fields: [{ type: hash }] })),
  {
    name: 'TimelockEncrypted',
    index: TIMELOCK,
    fields: [
      { name: 'encrypted', type: ciphertext },
      { name: 'reveal_round', type: u64 },
    ],
  },
  { name: 'ResetBondsFlag', index: RESET_BONDS, fields: [] },
  { name: 'BigRaw', index: BIG_RAW, fields: [{ type: bigRaw }] },
]

export const data: Type<Data> = {
  def: { kind: 'variant', path: 'pallet_commitments::types::Data', params: [], variants },
  typeName: 'Data',
  sizeMin: 1,
  write(w, field) {
    switch (field.type) {
      case 'None':
        w.u8(0)
        break
      case 'Raw':
        if (field.value.length > RAW_MAX) throw new RangeError(`more than ${RAW_MAX} raw bytes`)
        w.u8(FIRST_RAW + field.value.length)
        w.raw(field.value)
        break
      case 'TimelockEncrypted':
        w.u8(TIMELOCK)
        ciphertext.write(w, field.value.encrypted)
        u64.write(w, field.value.revealRound)
        break
      case 'ResetBondsFlag':
        w.u8(RESET_BONDS)
        break
      case 'BigRaw':
        w.u8(BIG_RAW)
        bigRaw.write(w, field.value)
        break
      default:
        w.u8(FIRST_HASH + HASHES.indexOf(field.type))
        hash.write(w, field.value)
    }
  },
  read(r): Data {
    const index = r.u8()
    if (index === 0) return { type: 'None' }
    if (index < FIRST_HASH) return { type: 'Raw', value: r.raw(index - FIRST_RAW) }
    const hashName = HASHES[index - FIRST_HASH]
    if (hashName !== undefined) return { type: hashName, value: hash.read(r) }
    if (index === TIMELOCK) {
      const encrypted = ciphertext.read(r)
      return { type: 'TimelockEncrypted', value: { encrypted, revealRound: u64.read(r) } }
    }
    if (index === RESET_BONDS) return { type: 'ResetBondsFlag' }
    if (index === BIG_RAW) return { type: 'BigRaw', value: bigRaw.read(r) }
    throw new ScaleError(`a commitment has no field of kind ${index}`)
  },
}

/** Bytes that count against the space of an account. */
export function sizeOf(field: Data): number {
  switch (field.type) {
    case 'None':
    case 'ResetBondsFlag':
      return 0
    case 'TimelockEncrypted':
      return field.value.encrypted.length
    default:
      return field.value.length
  }
}

/** The timelocked content of a field, if it has one. */
export function timelockOf(field: Data): TimelockEncrypted | undefined {
  return field.type === 'TimelockEncrypted' ? field.value : undefined
}
