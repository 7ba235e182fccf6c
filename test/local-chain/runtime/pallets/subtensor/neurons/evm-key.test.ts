/**
 * Goal: a neuron names an EVM address only with that address's signature
 * (`../shared/spec/subnets.md` section 9). The address and the message hash are those that other
 * Ethereum software computes.
 */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { describe, expect, it } from 'vitest'
import { signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/serving/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import {
  evmAddress,
  evmMessageHash,
} from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/evm-key.ts'
import { expectLastEvent, expectNoop, type TestChain } from '../../../../../support/runtime.ts'
import { NETUID, ownerHotkey, poor, withSubnet } from '../subnets/subnet-chain.ts'

/** The key 1, whose address is well known. */
const secret = new Uint8Array(32).with(31, 1)
const address = '7e5f4552091a69125d5dfcb7b8c2659029395bdf'

/** r, s, recovery id plus `offset`. */
function sign(blockNumber: bigint, offset: number): Uint8Array {
  const hash = evmMessageHash(ownerHotkey, blockNumber)
  const bytes = secp256k1.sign(hash, secret, { prehash: false, format: 'recovered' })
  return Uint8Array.from([...bytes.subarray(1), (bytes[0] as number) + offset])
}

const associate = (chain: TestChain, signature: Uint8Array, hotkey = ownerHotkey) =>
  calls.associateEvmKey.run(chain.ctx, signed(hotkey), {
    netuid: NETUID,
    evmKey: address,
    blockNumber: 5n,
    signature,
  })

describe('associate_evm_key', () => {
  it('knows the address of a key', () => {
    expect(evmAddress(secp256k1.getPublicKey(secret, false))).toBe(address)
  })

  it.each([0, 27])('stores address and block; recovery ids may have %i added', (offset) => {
    const chain = withSubnet()
    associate(chain, sign(5n, offset))
    const { associatedEvmAddress } = chain.ctx.storage.subtensor
    expect(associatedEvmAddress.get(NETUID, 0)).toEqual([address, BigInt(chain.ctx.blockNumber)])
    expectLastEvent(chain, events.EvmKeyAssociated, {
      netuid: NETUID,
      hotkey: ownerHotkey,
      evmKey: address,
      blockAssociated: BigInt(chain.ctx.blockNumber),
    })
  })

  it('refuses other signers, no signatures and hotkeys without a uid', () => {
    const chain = withSubnet()
    const refuses = (signature: Uint8Array, failure: Error, hotkey = ownerHotkey) =>
      expectNoop(chain, () => associate(chain, signature, hotkey), failure.message)
    refuses(sign(6n, 0), errors.InvalidRecoveredPublicKey)
    refuses(new Uint8Array(65), errors.InvalidIdentity)
    refuses(sign(5n, 9), errors.InvalidIdentity)
    refuses(sign(5n, 0), errors.HotKeyNotRegisteredInSubNet, poor)
  })
})
