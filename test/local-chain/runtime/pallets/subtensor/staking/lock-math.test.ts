/**
 * Goal: locks decay and gain conviction bit for bit as on the chain.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  decay,
  rollLock,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/lock-math.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

interface Case {
  name: string
  fn: 'exp_decay' | 'roll_forward'
  dt: string
  tau: string
  expected_bits: string
  locked_mass: string
  conviction: string
  last_update: string
  now: string
  unlock_rate: string
  maturity_rate: string
  owner_lock: boolean
  perpetual_lock: boolean
  expected: { locked_mass: string; conviction_bits: string; last_update: string }
}

const cases = hasShared ? sharedJson<{ cases: Case[] }>('vectors/staking/locks.json').cases : []

describe.skipIf(!hasShared)('locks (needs ../shared/vectors/staking)', () => {
  it.each(cases)('$name', (c) => {
    if (c.fn === 'exp_decay') {
      expect(decay(BigInt(c.dt), BigInt(c.tau)).toString()).toBe(c.expected_bits)
      return
    }
    const lock = {
      lockedMass: BigInt(c.locked_mass),
      conviction: BigInt(c.conviction) << 64n,
      lastUpdate: BigInt(c.last_update),
    }
    const rolled = rollLock(lock, {
      now: BigInt(c.now),
      unlockRate: BigInt(c.unlock_rate),
      maturityRate: BigInt(c.maturity_rate),
      isOwner: c.owner_lock,
      isPerpetual: c.perpetual_lock,
    })
    expect(rolled.lockedMass.toString()).toBe(c.expected.locked_mass)
    expect(rolled.conviction.toString()).toBe(c.expected.conviction_bits)
    expect(rolled.lastUpdate.toString()).toBe(c.expected.last_update)
  })
})
