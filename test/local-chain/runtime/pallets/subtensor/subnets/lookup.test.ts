/**
 * Goal: derived accounts, storage indices and the order of netuids are the chain's.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  allNetuids,
  BURN_ACCOUNT,
  isSubnetAccount,
  mechanismIndex,
  mechanismOfIndex,
  subnetAccountId,
} from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { ZERO_ACCOUNT } from '../../../../../../src/primitives/account-id.ts'
import { ss58Decode } from '../../../../../../src/primitives/ss58.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'

interface Derived {
  hex: string
  ss58: string
}

describe.skipIf(!hasShared)('recorded accounts and indices', () => {
  it('derives subnet and burn accounts', () => {
    const { subnet_account: subnets, burn_account: burn } = sharedJson<{
      subnet_account: Record<string, Derived>
      burn_account: Derived
    }>('vectors/subnets/accounts.json')
    for (const [netuid, { hex, ss58 }] of Object.entries(subnets)) {
      expect(subnetAccountId(Number(netuid))).toBe(hex)
      expect(ss58Decode(ss58).accountId).toBe(hex)
      expect(isSubnetAccount(subnetAccountId(Number(netuid)))).toBe(true)
    }
    expect(BURN_ACCOUNT).toBe(burn.hex)
    expect(isSubnetAccount(BURN_ACCOUNT)).toBe(false)
    expect(isSubnetAccount(ZERO_ACCOUNT)).toBe(false)
  })

  it('numbers the storage of mechanisms', () => {
    const { storage_index: cases } = sharedJson<{
      storage_index: { netuid: number; mecid: number; index: number }[]
    }>('vectors/subnets/mechanisms.json')
    for (const { netuid, mecid, index } of cases) {
      expect(mechanismIndex(netuid, mecid)).toBe(index)
      expect(mechanismOfIndex(index)).toEqual({ netuid, mecid })
    }
  })
})

describe('netuids', () => {
  it('come in raw key order: little-endian, so 256 before 1', () => {
    const { ctx } = testChain()
    for (const netuid of [1, 257, 0, 256, 2]) ctx.storage.subtensor.networksAdded.set(netuid, true)
    expect(allNetuids(ctx)).toEqual([0, 256, 1, 257, 2])
  })
})
