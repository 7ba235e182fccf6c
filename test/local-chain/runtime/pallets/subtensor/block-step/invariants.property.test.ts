/**
 * Goal: whatever the pools and prices, the block step neither makes nor loses TAO or alpha unseen.
 * Method: random subnets over twenty blocks; the equations of `../shared/spec/block-pipeline.md`
 * section 12, checked after every block.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeBalance } from '../../../../../../local-chain/runtime/pallets/balances/ledger.ts'
import { onInitialize } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/index.ts'
import { subnetAccountId } from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { type TestChain, testChain } from '../../../../../support/runtime.ts'

const subnet = fc.record({
  mechanism: fc.integer({ min: 0, max: 1 }),
  tao: fc.bigInt({ min: 0n, max: 10n ** 14n }),
  alphaIn: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  alphaOut: fc.bigInt({ min: 0n, max: 21n * 10n ** 15n }),
  movingPrice: fc.bigInt({ min: 0n, max: 1n << 33n }),
  minerBurned: fc.bigInt({ min: 0n, max: 1n << 32n }),
  enabled: fc.boolean(),
  tempo: fc.integer({ min: 0, max: 12 }),
})
const scenario = fc.record({
  subnets: fc.array(subnet, { minLength: 1, maxLength: 5 }),
  rootTao: fc.bigInt({ min: 0n, max: 10n ** 16n }),
  issued: fc.bigInt({ min: 0n, max: 21n * 10n ** 15n }),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never

function layOut({ subnets, rootTao, issued }: Scenario): TestChain {
  const chain = testChain()
  const s = chain.ctx.storage.subtensor
  s.networksAdded.set(0, true)
  s.subnetTao.set(0, rootTao)
  s.totalIssuance.set(issued)
  chain.ctx.storage.balances.totalIssuance.set(issued)
  subnets.forEach((terms, i) => {
    const netuid = i + 1
    s.networksAdded.set(netuid, true)
    s.subnetMechanism.set(netuid, terms.mechanism)
    s.subnetTao.set(netuid, terms.tao)
    s.subnetAlphaIn.set(netuid, terms.alphaIn)
    s.subnetAlphaOut.set(netuid, terms.alphaOut)
    s.subnetMovingPrice.set(netuid, terms.movingPrice)
    s.minerBurned.set(netuid, terms.minerBurned)
    s.subnetEmissionEnabled.set(netuid, terms.enabled)
    s.tempo.set(netuid, terms.tempo)
    s.firstEmissionBlockNumber.set(netuid, 1n)
    s.subtokenEnabled.set(netuid, true)
  })
  return chain
}

/** The figures of one moment that the equations speak of. */
function figures({ ctx }: TestChain, netuids: readonly number[]) {
  const s = ctx.storage.subtensor
  const assets = ctx.storage.alphaAssets
  return {
    issuance: s.totalIssuance.get(),
    balances: ctx.storage.balances.totalIssuance.get(),
    accounts: netuids.reduce((sum, netuid) => sum + freeBalance(ctx, subnetAccountId(netuid)), 0n),
    alphaIn: netuids.map((netuid) => s.subnetAlphaIn.get(netuid)),
    alphaOut: netuids.map((netuid) => s.subnetAlphaOut.get(netuid)),
    protocolAlpha: netuids.map((netuid) => s.subnetProtocolAlpha.get(netuid)),
    minted: netuids.map((netuid) => assets.totalAlphaIssuance.get(netuid)),
    recycled: netuids.map((netuid) => assets.alphaRecycled.get(netuid)),
    gap: netuids.map(
      (netuid) => freeBalance(ctx, subnetAccountId(netuid)) - s.subnetTao.get(netuid),
    ),
  }
}

describe('block step invariants', () => {
  it('conserves TAO and alpha', () => {
    fc.assert(
      fc.property(scenario, (terms) => {
        const chain = layOut(terms)
        const { ctx } = chain
        const s = ctx.storage.subtensor
        const netuids = terms.subnets.map((_, i) => i + 1)
        const start = figures(chain, netuids)
        for (let block = 2; block <= 21; block++) {
          const before = figures(chain, netuids)
          ctx.blockNumber = block
          onInitialize(ctx)
          const after = figures(chain, netuids)
          // I1 and I5: both counters move together, and by what the accounts got.
          expect(after.balances - after.issuance).toBe(before.balances - before.issuance)
          expect(after.issuance - before.issuance).toBe(after.accounts - before.accounts)
          expect(after.issuance).toBeLessThanOrEqual(21_000_000_000_000_000n)
          netuids.forEach((netuid, i) => {
            const at = (list: readonly bigint[]) => list[i] as bigint
            const change = (of: 'alphaIn' | 'alphaOut' | 'protocolAlpha' | 'recycled' | 'minted') =>
              at(after[of]) - at(before[of])
            const bought = change('protocolAlpha')
            // A3 and A4: where the alpha of the block went.
            expect(change('alphaOut')).toBe(
              s.subnetAlphaOutEmission.get(netuid) + bought - change('recycled'),
            )
            const dynamic = s.subnetMechanism.get(netuid) === 1
            if (dynamic) {
              expect(change('alphaIn')).toBe(s.subnetAlphaInEmission.get(netuid) - bought)
              // A1: nothing but minting and recycling changes what exists.
              expect(change('alphaIn') + change('alphaOut')).toBe(change('minted'))
            }
            // I3: an account never holds less against its reserve than at the start.
            expect(at(after.gap)).toBeGreaterThanOrEqual(at(start.gap))
            // T1
            expect(s.lastEpochBlock.get(netuid)).toBeLessThanOrEqual(BigInt(block))
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})
