/**
 * Goal: claims of root dividends pay what is owed, once; refusals leave no trace.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { badOrigin } from '../../../../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../../local-chain/runtime/pallets/subtensor/calls/root-claims/index.ts'
import { errors } from '../../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import { stakeOf } from '../../../../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { expectLastEvent, expectNoop } from '../../../../../../support/runtime.ts'
import {
  giveStake,
  hotkey,
  nominator,
  owner,
  stakingChain,
  TAO,
} from '../../staking/staking-chain.ts'

const origin = signed(nominator)
const onRoot = { hotkey, coldkey: nominator, netuid: 0 }
/** A tenth of an alpha for each root stake. */
const TENTH = (1n << 32n) / 10n

function chainWithDividends() {
  const chain = stakingChain()
  giveStake(chain, onRoot, 10n * TAO)
  chain.ctx.storage.subtensor.rootClaimable.set(hotkey, [
    [1, TENTH],
    [2, TENTH],
  ])
  chain.commit()
  return chain
}
type Chain = ReturnType<typeof chainWithDividends>
const claim = (chain: Chain, subnets: number[]) =>
  calls.claimRoot.run(chain.ctx, origin, { subnets })
const OWED = (10n * TAO * TENTH) >> 32n

describe('claim_root', () => {
  it('keeps the alpha of a coldkey that wants to keep it, on the subnets named only', () => {
    const chain = chainWithDividends()
    const s = chain.ctx.storage.subtensor
    s.rootClaimType.set(nominator, { type: 'Keep' })
    const post = claim(chain, [1])
    expect(stakeOf(chain.ctx, { ...onRoot, netuid: 1 })).toBe(OWED)
    expect(stakeOf(chain.ctx, { ...onRoot, netuid: 2 })).toBe(0n)
    expect(s.rootClaimed.get(1, hotkey, nominator)).toBe(OWED)
    expect(s.stakingColdkeys.get(nominator)).toBe(0n)
    expectLastEvent(chain, events.RootClaimed, { coldkey: nominator })
    // One read, three for the hotkey, one claim: ../shared/spec/staking.md 13.4.
    const refTime = 25_000_000n + 75_000_000n + 60_000_000n + 175_000_000n + 500_000_000n
    expect(post).toEqual({ actualWeight: { refTime, proofSize: 6_987n } })
    claim(chain, [1])
    expect(stakeOf(chain.ctx, { ...onRoot, netuid: 1 })).toBe(OWED)
  })

  it('sells without fee for more root stake otherwise', () => {
    const chain = chainWithDividends()
    const before = chain.ctx.storage.subtensor.subnetTao.get(0)
    claim(chain, [2])
    const gained = stakeOf(chain.ctx, onRoot) - 10n * TAO
    expect(gained).toBeGreaterThan((OWED * 99n) / 100n)
    expect(chain.ctx.storage.subtensor.subnetTao.get(0) - before).toBe(gained)
    expect(chain.ctx.storage.subtensor.subnetRootSellTao.get(2)).toBe(gained)
  })

  it('leaves storage untouched when it refuses', () => {
    const chain = chainWithDividends()
    expectNoop(chain, () => claim(chain, []), errors.InvalidSubnetNumber)
    expectNoop(chain, () => claim(chain, [0, 1, 2, 3, 4, 5]), errors.InvalidSubnetNumber)
    const { subnetTao } = chain.ctx.storage.subtensor
    subnetTao.set(2, subnetTao.get(2) * 1_000_000n)
    expectNoop(chain, () => claim(chain, [2]), errors.InsufficientBalance)
  })
})

describe('set_root_claim_type', () => {
  const set = (chain: Chain, subnets: number[]) =>
    calls.setRootClaimType.run(chain.ctx, origin, {
      newRootClaimType: { type: 'KeepSubnets', value: { subnets } },
    })

  it('stores the type and lists the coldkey for the automatic claim', () => {
    const chain = chainWithDividends()
    set(chain, [1])
    const rootClaimType = { type: 'KeepSubnets', value: { subnets: [1] } } as const
    expect(chain.ctx.storage.subtensor.rootClaimType.get(nominator)).toEqual(rootClaimType)
    expect(chain.ctx.storage.subtensor.numStakingColdkeys.get()).toBe(1n)
    expectLastEvent(chain, events.RootClaimTypeSet, { coldkey: nominator, rootClaimType })
  })

  it('leaves storage untouched when no subnet is named', () => {
    const chain = chainWithDividends()
    expectNoop(chain, () => set(chain, []), errors.InvalidSubnetNumber)
  })
})

describe('settings of root claims', () => {
  it('are bounded, and belong to root or the owner of the subnet', () => {
    const chain = chainWithDividends()
    const { ctx } = chain
    const s = ctx.storage.subtensor
    s.subnetOwner.set(1, owner)
    calls.sudoSetNumRootClaims.run(ctx, ROOT, { newValue: 50n })
    expect(s.numRootClaim.get()).toBe(50n)
    calls.sudoSetRootClaimThreshold.run(ctx, signed(owner), { netuid: 1, newValue: 7n })
    expect(s.rootClaimableThreshold.get(1)).toBe(7n << 32n)
    const many = () => calls.sudoSetNumRootClaims.run(ctx, ROOT, { newValue: 51n })
    expectNoop(chain, many, errors.InvalidNumRootClaim)
    expectNoop(
      chain,
      () => calls.sudoSetNumRootClaims.run(ctx, origin, { newValue: 1n }),
      badOrigin,
    )
    const threshold = (newValue: bigint, by = ROOT) =>
      calls.sudoSetRootClaimThreshold.run(ctx, by, { netuid: 1, newValue })
    expectNoop(chain, () => threshold(10_000_001n), errors.InvalidRootClaimThreshold)
    expectNoop(chain, () => threshold(1n, origin), badOrigin)
  })
})
