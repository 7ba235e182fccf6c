/**
 * Goal: the runtime names its version, its APIs and its metadata truthfully.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { decode } from '../../../../local-chain/frame/types/type.ts'
import { createRuntimeApis } from '../../../../local-chain/runtime/apis/index.ts'
import { runtimeVersion } from '../../../../local-chain/runtime/types.ts'
import { RUNTIME_VERSION } from '../../../../local-chain/runtime/version.ts'
import { bytesToHex, hexToBytes } from '../../../../src/primitives/hex.ts'
import { testAccount, testChain } from '../../../support/runtime.ts'

const apis = createRuntimeApis({ profile: 'fast' })
const alice = testAccount(1)

function ask(method: string, args = '', chain = testChain('fast')): string {
  const answer = apis.call(chain.ctx, method, hexToBytes(args))
  return answer === undefined ? 'no such method' : bytesToHex(answer)
}

describe('runtime APIs', () => {
  it('know no method that nobody declares', () => {
    expect(ask('Core_execute_block')).toBe('no such method')
  })

  it('tell the version', () => {
    expect(decode(runtimeVersion, hexToBytes(ask('Core_version')))).toEqual(RUNTIME_VERSION)
  })

  it('serve metadata 14, 15 and 16', () => {
    expect(ask('Metadata_metadata_versions')).toBe('0c0e0000000f00000010000000')
    for (const version of [14, 15, 16] as const) {
      const answer = ask(
        'Metadata_metadata_at_version',
        `${version.toString(16).padStart(2, '0')}000000`,
      )
      const blob = bytesToHex(apis.metadata.version(version))
      expect(answer.startsWith('01')).toBe(true)
      expect(answer.endsWith(blob)).toBe(true)
      // Option tag, then the length in four bytes.
      expect(answer.length).toBe(2 + 8 + blob.length)
    }
    expect(ask('Metadata_metadata_at_version', '0d000000')).toBe('00')
    expect(ask('Metadata_metadata').endsWith(bytesToHex(apis.metadata.v14))).toBe(true)
  })

  it('tell an account its nonce', () => {
    const chain = testChain('fast')
    expect(ask('AccountNonceApi_account_nonce', alice, chain)).toBe('00000000')
    const { account } = chain.ctx.storage.system
    account.set(alice, { ...account.get(alice), nonce: 258 })
    expect(ask('AccountNonceApi_account_nonce', alice, chain)).toBe('02010000')
  })

  it('tell who authors, and how often', () => {
    const chain = testChain('fast')
    chain.ctx.storage.aura.authorities.set([hexToBytes(alice)])
    expect(ask('AuraApi_authorities', '', chain)).toBe(`04${alice}`)
    expect(ask('AuraApi_slot_duration')).toBe('fa00000000000000')
    expect(ask('GrandpaApi_grandpa_authorities')).toBe('00')
  })

  it('quote a fee by weight and by length', () => {
    // 4000 picoseconds are 2 rao; Compact<u64> twice.
    expect(ask('TransactionPaymentApi_query_weight_to_fee', '813e00')).toBe('0200000000000000')
    expect(ask('TransactionPaymentApi_query_length_to_fee', '96000000')).toBe('9600000000000000')
  })

  it('say none of a subnet that does not exist', () => {
    const netuid = '0900'
    for (const method of [
      'get_subnet_info',
      'get_subnet_info_v2',
      'get_subnet_hyperparams',
      'get_subnet_hyperparams_v2',
      'get_subnet_hyperparams_v3',
      'get_dynamic_info',
      'get_metagraph',
      'get_subnet_state',
      'get_subnet_account_id',
    ]) {
      expect(ask(`SubnetInfoRuntimeApi_${method}`, netuid), method).toBe('00')
    }
    expect(ask('SubnetInfoRuntimeApi_get_all_metagraphs')).toBe('00')
    expect(ask('SubnetInfoRuntimeApi_get_all_mechagraphs')).toBe('00')
    expect(ask('NeuronInfoRuntimeApi_get_neurons', netuid)).toBe('00')
    expect(ask('NeuronInfoRuntimeApi_get_neuron_lite', `${netuid}0000`)).toBe('00')
  })

  it('take no fee for stake that stays where it is', () => {
    const chain = testChain('fast')
    chain.ctx.storage.subtensor.subnetMechanism.set(1, 1)
    const place = (netuid: string) => `01${alice}${netuid}`
    const fee = (from: string, to: string) =>
      ask(
        'StakeInfoRuntimeApi_get_stake_fee',
        `${from}${alice}${to}${alice}00ca9a3b00000000`,
        chain,
      )
    expect(fee(place('0100'), place('0100'))).toBe('0000000000000000')
    expect(fee('00', '00')).toBe('0000000000000000')
    // 33 of 65535 of 1 TAO, where the stake goes, else where it comes from.
    expect(fee(place('0100'), place('0000'))).toBe('0000000000000000')
    expect(fee(place('0000'), place('0100'))).toBe('fbae070000000000')
    expect(fee(place('0100'), '00')).toBe('fbae070000000000')
  })
})

describe('answers for clients of spec 393', () => {
  // ../shared/spec/runtime-api.md section 6.4
  it('have one zero per neuron where spec 425 has nothing, and the stored cutoff', () => {
    const chain = testChain('fast')
    const s = chain.ctx.storage.subtensor
    s.networksAdded.set(1, true)
    s.subnetworkN.set(1, 2)
    s.tempo.set(1, 100)
    const compat = createRuntimeApis({ profile: 'fast', clientCompat: true })
    // Fields 28, 58, 64 and 65: activity_cutoff, pruning_score, trust, rank.
    const args = hexToBytes('010010' + '1c003a0040004100')
    const of = (table: typeof apis) =>
      bytesToHex(
        table.call(chain.ctx, 'SubnetInfoRuntimeApi_get_selective_metagraph', args) ?? args,
      )
    const tail = (answer: string) => answer.replace(/^01(00)+/, '').replace(/(00)+$/, '')
    expect(tail(of(apis))).not.toBe(tail(of(compat)))
    expect(of(compat)).toContain(bytesToHex(encodeCompact(5_000)))
    expect(of(apis)).toContain(bytesToHex(encodeCompact(1_388)))
    expect(of(compat)).toContain('01080000')
    expect(of(apis)).not.toContain('01080000')
  })
})

function encodeCompact(value: number): Uint8Array {
  return Uint8Array.of(((value << 2) | 1) & 0xff, (value << 2) >> 8)
}
