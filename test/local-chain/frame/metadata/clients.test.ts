/**
 * Goal: foreign decoders accept every version, and find in it what they look for by convention. Method:
 * substrate-bindings and polkadot.js decode; what node-rpc.md 9 demands is asserted.
 */
import { Metadata as PolkadotMetadata, TypeRegistry } from '@polkadot/types'
import { metadata as bindings } from '@polkadot-api/substrate-bindings'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRuntimeApis } from '../../../../local-chain/runtime/apis/index.ts'
import { decodeMetadata, TypeText, type UnifiedMetadata } from '../../../support/metadata-shape.ts'

const { metadata } = createRuntimeApis({ profile: 'mainnet' })
const VERSIONS = [14, 15, 16] as const

describe.each(VERSIONS)('metadata V%i', (version) => {
  const blob = metadata.version(version)
  let decoded: UnifiedMetadata
  beforeAll(() => {
    decoded = decodeMetadata(blob)
  })

  it('begins with the magic and its version', () => {
    expect(new TextDecoder().decode(blob.slice(0, 4))).toBe('meta')
    expect(blob[4]).toBe(version)
    expect(decoded.version).toBe(version)
  })

  it('is what substrate-bindings writes for what it reads', () => {
    expect(Buffer.compare(bindings.enc(bindings.dec(blob)), blob)).toBe(0)
  })

  it('makes polkadot.js build calls, storage and errors', () => {
    const registry = new TypeRegistry()
    const parsed = new PolkadotMetadata(registry, `0x${Buffer.from(blob).toString('hex')}`)
    registry.setMetadata(parsed)
    expect(parsed.version).toBe(version)
    const call = registry.createType(
      'Call',
      '0x05030000000000000000000000000000000000000000000000000000000000000000000004',
    )
    expect(call.toHuman()).toMatchObject({ section: 'balances', method: 'transferKeepAlive' })
    const error = registry.findMetaError(Uint8Array.of(5, 2))
    expect(`${error.section}.${error.name}`).toBe('balances.InsufficientBalance')
    const extensions = registry.signedExtensions
    expect(extensions[0]).toBe('CheckNonZeroSender')
    expect(extensions).toHaveLength(13)
  })

  it('numbers the account type 0 and gives every version the same numbers', () => {
    expect(decoded.lookup[0]?.path.join('::')).toBe('sp_core::crypto::AccountId32')
    expect(decoded.lookup).toEqual(decodeMetadata(metadata.v15).lookup)
  })

  it('offers extrinsic format 4 first', () => {
    expect(decoded.extrinsic.version).toEqual(version === 16 ? [4, 5] : [4])
  })
})

describe('the type registry', () => {
  const { lookup } = decodeMetadata(metadata.v15)
  const find = (path: string) => lookup.filter((type) => type.path.join('::') === path)

  it.each([
    'primitive_types::H256',
    'sp_runtime::multiaddress::MultiAddress',
    'sp_runtime::generic::era::Era',
    'bounded_collections::bounded_vec::BoundedVec',
    'bounded_collections::weak_bounded_vec::WeakBoundedVec',
    'node_subtensor_runtime::RuntimeCall',
    'node_subtensor_runtime::RuntimeEvent',
    'node_subtensor_runtime::RuntimeError',
    'node_subtensor_runtime::Runtime',
    'frame_system::EventRecord',
    'sp_weights::weight_v2::Weight',
    'sp_runtime::generic::digest::DigestItem',
    'fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic',
  ])('has %s', (path) => {
    expect(find(path).length).toBeGreaterThan(0)
  })

  it('names the parameters of the extrinsic as clients look them up', () => {
    const [extrinsic] = find('sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic')
    expect(extrinsic?.params.map((param) => param.name)).toEqual([
      'Address',
      'Call',
      'Signature',
      'Extra',
    ])
  })

  it('shows all 256 variants of an era', () => {
    const [era] = find('sp_runtime::generic::era::Era')
    expect(era?.def.tag === 'variant' && era.def.value.length).toBe(256)
  })

  it('shows fixed-point numbers as their bits', () => {
    const types = new TypeText(lookup)
    const [fixed] = find('substrate_fixed::FixedU128')
    expect(types.of(fixed?.id ?? -1)).toMatch(/\{bits: u128 "u128"\}$/)
  })
})
