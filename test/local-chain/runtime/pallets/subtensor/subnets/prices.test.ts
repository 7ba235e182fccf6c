/**
 * Goal: what a subnet costs, where its pool opens, and which subnet goes for it: recorded cases.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { U64F64 } from '../../../../../../local-chain/frame/fixed/index.ts'
import {
  effectiveLockInterval,
  lockCostOf,
  networkLockCost,
} from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lock-cost.ts'
import {
  medianOf,
  poolSeedAlpha,
} from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/median-price.ts'
import { subnetToPrune } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/prune.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { subnetChain, TAO, withSubnet } from './subnet-chain.ts'

interface LockCosts {
  effective_interval: { interval: number; block_emission: string; effective: number }[]
  cases: {
    name: string
    last_lock: string
    last_lock_block: number
    current_block: number
    effective_interval: number
    min_lock: string
    lock_cost: string
  }[]
}
interface Medians {
  cases: { name: string; prices: string[]; median: string }[]
  pool_seed: {
    name: string
    lock_tao_rao: string
    min_lock_rao: string
    median: string
    subnet_alpha_in: string
  }[]
}
interface Prunes {
  immunity_period: number
  cases: {
    name: string
    current_block: number
    networks: { netuid: number; registered_at: number; price: number; added: boolean }[]
    prune: number | null
  }[]
}

/** `3.5` as bits. */
function fixed(text: string): U64F64 {
  return U64F64.saturatingDiv(U64F64.fromNum(BigInt(Number(text) * 2)), U64F64.fromInt(2))
}

describe.skipIf(!hasShared)('lock cost', () => {
  it('matches every recorded case', () => {
    const { cases } = sharedJson<LockCosts>('vectors/subnets/lock_cost.json')
    for (const c of cases) {
      const cost = lockCostOf({
        lastCost: BigInt(c.last_lock),
        lastBlock: BigInt(c.last_lock_block),
        blocksSince: BigInt(Math.max(0, c.current_block - c.last_lock_block)),
        interval: BigInt(c.effective_interval),
        minimum: BigInt(c.min_lock),
      })
      expect(cost, c.name).toBe(BigInt(c.lock_cost))
    }
  })

  it('falls faster after a halving', () => {
    const { effective_interval: cases } = sharedJson<LockCosts>('vectors/subnets/lock_cost.json')
    for (const { interval, block_emission: emission, effective } of cases) {
      expect(effectiveLockInterval(BigInt(interval), BigInt(emission))).toBe(BigInt(effective))
    }
  })
})

describe('lock cost of a chain', () => {
  it('is 1000 TAO at first, twice that after a registration, and falls over 100800 blocks', () => {
    expect(networkLockCost(subnetChain().ctx)).toBe(1_000n * TAO)
    const { ctx } = withSubnet()
    expect(networkLockCost(ctx)).toBe(2_000n * TAO)
    // floor(1e12 / 100800) rao a block.
    ctx.blockNumber = 2
    expect(networkLockCost(ctx)).toBe(2_000n * TAO - 9_920_634n)
    ctx.blockNumber = 300_000
    expect(networkLockCost(ctx)).toBe(1_000n * TAO)
  })
})

describe.skipIf(!hasShared)('median price and pool', () => {
  it('match every recorded case', () => {
    const { cases, pool_seed: seeds } = sharedJson<Medians>(
      'vectors/subnets/median_price_and_pool_seed.json',
    )
    for (const { name, prices, median } of cases) {
      expect(medianOf(prices.map(fixed)), name).toBe(fixed(median))
    }
    for (const seed of seeds) {
      const alpha = poolSeedAlpha(BigInt(seed.lock_tao_rao), fixed(seed.median))
      expect(alpha, seed.name).toBe(BigInt(seed.subnet_alpha_in))
    }
  })

  it('opens without alpha at price 0', () => {
    expect(poolSeedAlpha(TAO, U64F64.zero)).toBe(0n)
  })
})

describe.skipIf(!hasShared)('subnet to prune', () => {
  const { immunity_period: immunity, cases } = hasShared
    ? sharedJson<Prunes>('vectors/subnets/prune_subnet.json')
    : { immunity_period: 0, cases: [] }

  it.each(cases)('$name', ({ current_block: block, networks, prune }) => {
    const { ctx } = testChain()
    const s = ctx.storage.subtensor
    ctx.blockNumber = block
    s.networkImmunityPeriod.set(BigInt(immunity))
    for (const { netuid, registered_at: at, price, added } of networks) {
      s.networksAdded.set(netuid, added)
      s.networkRegisteredAt.set(netuid, BigInt(at))
      s.subnetMechanism.set(netuid, 1)
      s.subnetMovingPrice.set(netuid, BigInt(price) << 32n)
    }
    expect(subnetToPrune(ctx) ?? null).toBe(prune)
  })
})
