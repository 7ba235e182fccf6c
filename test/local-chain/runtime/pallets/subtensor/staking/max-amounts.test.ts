/**
 * Goal: the amounts that fit under a price limit equal the chain's. Method: recorded pools.
 *
 * The recorded test runtime has a lower minimum reserve than the chain's 1_000_000; cases between
 * the two cannot occur on the chain and are left to the swap's own vectors.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  maxAmountAdd,
  maxAmountMove,
  maxAmountRemove,
} from '../../../../../../local-chain/runtime/pallets/subtensor/staking/max-amounts.ts'
import { testChain } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { addSubnet } from './staking-chain.ts'

interface Case {
  name: string
  fn: 'max_amount_add' | 'max_amount_remove' | 'max_amount_move'
  kind: string
  limit_price: string
  subnet_tao?: string
  subnet_alpha_in?: string
  quote_weight?: string
  minimum_reserve?: string
  origin_tao?: string
  origin_alpha_in?: string
  destination_tao?: string
  destination_alpha_in?: string
  expected: string
}

const MINIMUM_RESERVE = 1_000_000n
const cases = hasShared
  ? sharedJson<{ cases: Case[] }>('vectors/staking/max_amount.json').cases
  : []

/** Whether the two minimum reserves give the same answer. */
function canOccur(c: Case): boolean {
  if (c.minimum_reserve === undefined) return true
  const buys = c.fn === 'max_amount_add' || c.kind === 'stable_dynamic'
  const out = BigInt((buys ? c.subnet_alpha_in : c.subnet_tao) ?? 0)
  return out >= MINIMUM_RESERVE || out < BigInt(c.minimum_reserve)
}

function run(c: Case): string {
  const chain = testChain()
  const limit = BigInt(c.limit_price)
  addSubnet(chain, 0)
  chain.ctx.storage.subtensor.networksAdded.set(3, true)
  const pool = (tao?: string, alpha?: string) => ({
    tao: BigInt(tao ?? 0),
    alpha: BigInt(alpha ?? 0),
    ...(c.quote_weight === undefined ? {} : { quote: BigInt(c.quote_weight) }),
  })
  addSubnet(chain, 1, pool(c.subnet_tao ?? c.origin_tao, c.subnet_alpha_in ?? c.origin_alpha_in))
  addSubnet(chain, 2, pool(c.destination_tao, c.destination_alpha_in))
  const netuids: Record<string, number> = { root: 0, stable: 3, dynamic: 1 }
  const { ctx } = chain
  const [from, to] = c.kind.split('_')
  try {
    if (c.fn === 'max_amount_add') return maxAmountAdd(ctx, netuids[c.kind] ?? 0, limit).toString()
    if (c.fn === 'max_amount_remove') {
      return maxAmountRemove(ctx, netuids[c.kind] ?? 0, limit).toString()
    }
    const origin = from === 'dynamic' ? 1 : 3
    const destination = to !== 'dynamic' ? 0 : from === 'dynamic' ? 2 : 1
    return maxAmountMove(ctx, origin, destination, limit).toString()
  } catch (error) {
    return (error as Error).message
  }
}

describe.skipIf(!hasShared)('maximum amounts (needs ../shared/vectors/staking)', () => {
  it('has cases', () => expect(cases.filter(canOccur).length).toBeGreaterThan(90))
  it.each(cases.filter(canOccur))('$name', (c) => {
    expect(run(c)).toBe(c.expected)
  })
})
