/**
 * Goal: clients find the APIs that they know, with the types that they know. Method: what metadata says
 * of our APIs is compared with mainnet's of 2026-04; what differs must be in the table, with its reason.
 */
import { describe, expect, it } from 'vitest'
import { createRuntimeApis } from '../../../../local-chain/runtime/apis/index.ts'
import { API_VERSIONS, RUNTIME_VERSION } from '../../../../local-chain/runtime/version.ts'
import { bytesToHex } from '../../../../src/primitives/hex.ts'
import { decodeMetadata, TypeText, type UnifiedMetadata } from '../../../support/metadata-shape.ts'
import { hasShared, sharedBytes } from '../../../support/shared.ts'

const WIDER_CUTOFF = 'activity_cutoff is Compact<u64> since spec 425; the bytes are the same'
const EXPLAINED: Readonly<Record<string, string>> = {
  'SubnetInfoRuntimeApi.get_subnet_hyperparams': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_subnet_hyperparams_v2': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_metagraph': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_mechagraph': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_all_metagraphs': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_all_mechagraphs': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_selective_metagraph': WIDER_CUTOFF,
  'SubnetInfoRuntimeApi.get_selective_mechagraph': WIDER_CUTOFF,
}
/** Methods that spec 425 has and 393 has not. */
const NEW_IN_425 = [
  'SubnetInfoRuntimeApi.get_subnet_hyperparams_v3',
  'SubnetInfoRuntimeApi.get_subnet_account_id',
  'SubnetInfoRuntimeApi.get_next_epoch_start_block',
  'StakeInfoRuntimeApi.get_stake_availability_for_coldkeys',
  'StakeInfoRuntimeApi.get_coldkey_lock',
  'StakeInfoRuntimeApi.get_hotkey_conviction',
  'StakeInfoRuntimeApi.get_most_convicted_hotkey_on_subnet',
]

function methodTexts(meta: UnifiedMetadata): Map<string, string> {
  const types = new TypeText(meta.lookup)
  const texts = new Map<string, string>()
  for (const api of meta.apis) {
    for (const { name, inputs, output } of api.methods) {
      const args = inputs.map((input) => `${input.name}: ${types.of(input.type)}`).join(', ')
      texts.set(`${api.name}.${name}`, `(${args}) -> ${types.of(output)}`)
    }
  }
  return texts
}

const apis = createRuntimeApis({ profile: 'mainnet' })

describe.skipIf(!hasShared)('runtime APIs in metadata against mainnet of 2026-04', () => {
  const mainnet = decodeMetadata(sharedBytes('metadata/finney-2026-04.scale'))
  const ours = decodeMetadata(apis.metadata.v16)
  const theirs = methodTexts(mainnet)
  const own = methodTexts(ours)

  it('have the same arguments and results', () => {
    const differences = [...own]
      .filter(([name, text]) => !NEW_IN_425.includes(name) && theirs.get(name) !== text)
      .filter(([name]) => EXPLAINED[name] === undefined)
      .map(([name, text]) => `${name}: ${text} instead of ${theirs.get(name)}`)
    expect(differences).toEqual([])
  })

  it('have the same versions', () => {
    for (const api of apis.list) {
      const known = mainnet.apis.find(({ name }) => name === api.name)
      expect(known, api.name).toMatchObject({ version: api.version })
    }
  })

  it('differ only where the table says so', () => {
    for (const name of Object.keys(EXPLAINED))
      expect(own.get(name), name).not.toBe(theirs.get(name))
    for (const name of NEW_IN_425) expect(theirs.has(name), name).toBe(false)
  })
})

describe('the version of the runtime', () => {
  it('lists exactly the APIs that answer', () => {
    expect(apis.list.map((api) => api.name)).toEqual(Object.keys(API_VERSIONS))
  })

  // ../shared/spec/node-rpc.md section 3.2
  it.each([
    ['df6acb689907609b', 5],
    ['37e397fc7c91f5e4', 2],
    ['d2bc9897eed08f15', 3],
    ['dd718d5cc53262d4', 1],
    ['ed99c5acb25eedf5', 3],
    ['bc9d89904f5b923f', 1],
    ['37c8bb1350a9a2a8', 4],
    ['42e62be4a39e5b60', 1],
    ['806df4ccaa9ed485', 1],
    ['8375104b299b74c5', 1],
    ['5d1fbfbe852f2807', 1],
    ['c6886e2f8e598b0a', 1],
    ['a8b093e6508d9e9c', 1],
  ])('names an API by the hash of its trait: %s', (id, version) => {
    const known = RUNTIME_VERSION.apis.map(([hash, number]) => [bytesToHex(hash), number])
    expect(known).toContainEqual([id, version])
  })
})
