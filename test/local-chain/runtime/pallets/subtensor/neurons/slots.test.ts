/**
 * Goal: appending and replacing a neuron change exactly the entries that the chain changes.
 *
 * @module
 */

import { describe, expect, it } from 'vitest'
import { U16Pairs } from '../../../../../../local-chain/frame/u16-pairs.ts'
import {
  appendNeuron,
  replaceNeuron,
} from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/slots.ts'
import type { AccountId } from '../../../../../../src/primitives/account-id.ts'
import {
  addNeurons,
  NETUID,
  otherHotkey,
  ownerHotkey,
  withSubnet,
} from '../subnets/subnet-chain.ts'

const SECOND_MECHANISM = NETUID + 4096

/** Three neurons with something in every entry, two mechanisms. */
function busySubnet() {
  const chain = withSubnet()
  const [first] = addNeurons(chain, 2)
  const s = chain.ctx.storage.subtensor
  s.mechanismCountCurrent.set(NETUID, 2)
  s.emission.set(NETUID, [1n, 2n, 3n])
  s.consensus.set(NETUID, [1, 2, 3])
  s.dividends.set(NETUID, [1, 2, 3])
  s.validatorTrust.set(NETUID, [1, 2, 3])
  s.validatorPermit.set(NETUID, [true, true, true])
  s.stakeWeight.set(NETUID, [1, 2, 3])
  s.active.set(NETUID, [false, false, false])
  for (const index of [NETUID, SECOND_MECHANISM]) {
    s.incentive.set(index, [1, 2, 3])
    s.lastUpdate.set(index, [1n])
    s.weights.set(
      index,
      0,
      U16Pairs.of([
        [1, 5],
        [2, 6],
      ]),
    )
    s.weights.set(index, 1, U16Pairs.of([[0, 7]]))
    s.bonds.set(index, 0, U16Pairs.of([[1, 8]]))
    s.bonds.set(index, 1, U16Pairs.of([[0, 9]]))
  }
  const hotkey = first as AccountId
  s.axons.set(NETUID, hotkey, {
    block: 1n,
    version: 1,
    ip: 1n,
    port: 1,
    ipType: 4,
    protocol: 0,
    placeholder1: 0,
    placeholder2: 0,
  })
  s.prometheus.set(NETUID, hotkey, { block: 1n, version: 1, ip: 1n, port: 1, ipType: 4 })
  s.neuronCertificates.set(NETUID, hotkey, { publicKey: Uint8Array.of(1), algorithm: 1 })
  s.associatedEvmAddress.set(NETUID, 1, ['00'.repeat(20), 1n])
  s.childKeys.set(hotkey, NETUID, [[1n, ownerHotkey]])
  chain.commit()
  chain.ctx.blockNumber = 50
  return { chain, s, hotkey }
}

describe('append', () => {
  it('lengthens every vector but StakeWeight, and pads LastUpdate', () => {
    const { chain, s } = busySubnet()
    appendNeuron(chain.ctx, NETUID, otherHotkey)
    expect(s.subnetworkN.get(NETUID)).toBe(4)
    expect(s.active.get(NETUID)).toEqual([false, false, false, true])
    expect(s.emission.get(NETUID)).toEqual([1n, 2n, 3n, 0n])
    expect(s.validatorPermit.get(NETUID)).toEqual([true, true, true, false])
    expect(s.stakeWeight.get(NETUID)).toEqual([1, 2, 3])
    for (const index of [NETUID, SECOND_MECHANISM]) {
      expect(s.incentive.get(index)).toEqual([1, 2, 3, 0])
      expect(s.lastUpdate.get(index)).toEqual([1n, 0n, 0n, 50n])
    }
    expect(s.keys.get(NETUID, 3)).toBe(otherHotkey)
    expect(s.uids.get(NETUID, otherHotkey)).toBe(3)
    expect(s.blockAtRegistration.get(NETUID, 3)).toBe(50n)
    expect(s.isNetworkMember.get(otherHotkey, NETUID)).toBe(true)
  })

  it('gives a mechanism without Incentive a vector of one', () => {
    const { chain, s } = busySubnet()
    s.incentive.remove(SECOND_MECHANISM)
    appendNeuron(chain.ctx, NETUID, otherHotkey)
    expect(s.incentive.get(SECOND_MECHANISM)).toEqual([0])
  })
})

describe('replace', () => {
  it('clears the slot and what the old hotkey announced', () => {
    const { chain, s, hotkey } = busySubnet()
    replaceNeuron(chain.ctx, NETUID, 1, otherHotkey)
    expect(s.subnetworkN.get(NETUID)).toBe(3)
    expect(s.active.get(NETUID)).toEqual([false, true, false])
    expect(s.emission.get(NETUID)).toEqual([1n, 0n, 3n])
    expect(s.stakeWeight.get(NETUID)).toEqual([1, 0, 3])
    for (const index of [NETUID, SECOND_MECHANISM]) {
      expect(s.incentive.get(index)).toEqual([1, 0, 3])
      expect(s.lastUpdate.get(index)).toEqual([1n, 50n, 0n])
      expect(s.weights.exists(index, 1)).toBe(false)
      expect(s.bonds.exists(index, 1)).toBe(false)
      // Weights of others that point here become 0, bonds stay.
      expect([...s.weights.get(index, 0)]).toEqual([
        [1, 0],
        [2, 6],
      ])
      expect([...s.bonds.get(index, 0)]).toEqual([[1, 8]])
    }
    expect(s.keys.get(NETUID, 1)).toBe(otherHotkey)
    expect(s.uids.exists(NETUID, hotkey)).toBe(false)
    expect(s.isNetworkMember.exists(hotkey, NETUID)).toBe(false)
    expect(s.associatedEvmAddress.exists(NETUID, 1)).toBe(false)
    for (const map of [s.axons, s.prometheus, s.neuronCertificates]) {
      expect(map.exists(NETUID, hotkey)).toBe(false)
    }
    expect(s.childKeys.exists(hotkey, NETUID)).toBe(true)
  })

  it("does nothing to the owner's declared hotkey", () => {
    const { chain } = busySubnet()
    replaceNeuron(chain.ctx, NETUID, 0, otherHotkey)
    expect(chain.ctx.state.takeDiff()).toEqual([])
  })
})
