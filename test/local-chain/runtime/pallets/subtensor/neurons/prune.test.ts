/**
 * Goal: the neuron that makes room is the recorded one.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  neuronToPrune,
  ownerUids,
  pickNeuronToPrune,
} from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/prune.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { addNeurons, NETUID, owner, withSubnet } from '../subnets/subnet-chain.ts'

interface PruneCase {
  name: string
  current_block: number
  immunity_period: number
  min_non_immune_uids: number
  emission: number[]
  registered_at: number[]
  owner_immortal_uids: number[]
  prune_uid: number | null
}

describe.skipIf(!hasShared)('recorded choices', () => {
  const { cases } = hasShared
    ? sharedJson<{ cases: PruneCase[] }>('vectors/subnets/prune_neuron.json')
    : { cases: [] }

  it.each(cases)('$name', (c) => {
    const candidates = c.emission.map((emission, uid) => ({
      uid,
      emission: BigInt(emission),
      registeredAt: BigInt(c.registered_at[uid] ?? 0),
    }))
    const uid = pickNeuronToPrune(candidates, {
      immortal: new Set(c.owner_immortal_uids),
      immunityPeriod: BigInt(c.immunity_period),
      minNonImmune: c.min_non_immune_uids,
      now: BigInt(c.current_block),
    })
    expect(uid ?? null).toBe(c.prune_uid)
  })
})

describe("the owner's neurons", () => {
  it('are spared up to a limit, the declared hotkey first', () => {
    const chain = withSubnet()
    const [first, second] = addNeurons(chain, 2)
    const s = chain.ctx.storage.subtensor
    if (first === undefined || second === undefined) throw new Error('two neurons were registered')
    expect(ownerUids(chain.ctx, NETUID)).toEqual([0])
    s.ownedHotkeys.set(owner, [...s.ownedHotkeys.get(owner), first, second])
    s.immuneOwnerUidsLimit.set(NETUID, 2)
    expect(ownerUids(chain.ctx, NETUID)).toEqual([0, 1])
    // A declared hotkey pushes in front, and the last one out.
    s.subnetOwnerHotkey.set(NETUID, second)
    expect(ownerUids(chain.ctx, NETUID)).toEqual([2, 0])
  })

  it('close a full subnet when nobody else is immune', () => {
    const chain = withSubnet()
    addNeurons(chain, 2)
    chain.ctx.blockNumber = 10_000
    expect(neuronToPrune(chain.ctx, NETUID)).toBeUndefined()
    chain.ctx.storage.subtensor.minNonImmuneUids.set(NETUID, 1)
    expect(neuronToPrune(chain.ctx, NETUID)).toBe(1)
  })
})
