/**
 * Goal: who has stake and no TAO can still take stake away. Method: a pool at price 1, so that the
 * numbers of `../shared/spec/swap.md` 13.4 can be written down.
 */
import { describe, expect, it } from 'vitest'
import type { RuntimeCallValue } from '../../../../local-chain/frame/call-table.ts'
import { call } from '../../../../local-chain/frame/pallet.ts'
import {
  ensureCanPay,
  settlePayment,
  takePayment,
} from '../../../../local-chain/runtime/executive/extrinsics/payment.ts'
import { slotDigest } from '../../../../local-chain/runtime/pallets/aura/slot.ts'
import {
  increaseStake,
  stakeOf,
} from '../../../../local-chain/runtime/pallets/subtensor/staking/stake-ledger.ts'
import { subnetAccountId } from '../../../../local-chain/runtime/pallets/subtensor/subnets/lookup.ts'
import { initializePool } from '../../../../local-chain/runtime/pallets/swap/pool.ts'
import { hexToBytes } from '../../../../src/primitives/hex.ts'
import {
  eventNames,
  expectNoop,
  type TestChain,
  testAccount,
  testChain,
} from '../../../support/runtime.ts'

const TAO = 1_000_000_000n
const FEE = 1_500_000n
const [coldkey, hotkey, author] = [testAccount(1), testAccount(2), testAccount(3)]
const NETUID = 2
const position = { hotkey, coldkey, netuid: NETUID }

const anyCall = call({
  index: 0,
  docs: 'Stands for a call; only its name and arguments are looked at.',
  args: {},
  info: { weight: { refTime: 0n, proofSize: 0n } },
  run() {},
})

function subtensorCall(name: string, args: Record<string, unknown>): RuntimeCallValue {
  return { palletIndex: 7, pallet: 'SubtensorModule', name, call: anyCall, args }
}
const removeStake = subtensorCall('remove_stake', { hotkey, netuid: NETUID, amountUnstaked: TAO })

/** A subnet at price 1 where the coldkey has one alpha and not enough TAO for a fee. */
function poorStaker(withAuthor = true): TestChain {
  const chain = testChain()
  const { subtensor, system, aura, balances } = chain.ctx.storage
  subtensor.networksAdded.set(NETUID, true)
  subtensor.subtokenEnabled.set(NETUID, true)
  subtensor.subnetMechanism.set(NETUID, 1)
  subtensor.subnetTao.set(NETUID, 1_000n * TAO)
  subtensor.subnetAlphaIn.set(NETUID, 1_000n * TAO)
  subtensor.subnetAlphaOut.set(NETUID, TAO)
  initializePool(chain.ctx, NETUID)
  increaseStake(chain.ctx, { ...position, amount: TAO })
  const fund = (who: typeof coldkey, free: bigint) => {
    const info = system.account.get(who)
    system.account.set(who, { ...info, providers: 1, data: { ...info.data, free } })
  }
  fund(subnetAccountId(NETUID), 1_001n * TAO)
  fund(coldkey, 1_000n)
  balances.totalIssuance.set(2_000n * TAO)
  if (withAuthor) {
    aura.authorities.set([hexToBytes(author)])
    system.digest.set({ logs: [slotDigest(1n)] })
  }
  chain.commit()
  return chain
}

describe('paying in alpha', () => {
  it('sells alpha worth the fee for the author and says so after the dispatch', () => {
    const chain = poorStaker()
    ensureCanPay(chain.ctx, coldkey, removeStake, FEE)
    const payment = takePayment(chain.ctx, coldkey, removeStake, FEE)
    expect(payment.held).toBe(0n)
    expect(payment.alpha).toMatchObject({ netuid: NETUID, alpha: FEE })
    expect(stakeOf(chain.ctx, position)).toBe(TAO - FEE)
    const paid = chain.ctx.storage.system.account.get(author).data.free
    expect(paid).toBe(payment.alpha?.tao)
    expect(eventNames(chain)).toContain('SubtensorModule.StakeRemoved')

    settlePayment(chain.ctx, payment, { fee: FEE, tip: 0n })
    expect(eventNames(chain).slice(-2)).toEqual([
      'SubtensorModule.TransactionFeePaidWithAlpha',
      'TransactionPayment.TransactionFeePaid',
    ])
  })

  it('takes nothing where there is no author', () => {
    const chain = poorStaker(false)
    const payment = takePayment(chain.ctx, coldkey, removeStake, FEE)
    expect(payment.alpha).toEqual({ netuid: 0, alpha: 0n, tao: 0n })
    expect(stakeOf(chain.ctx, position)).toBe(TAO)
  })

  it('pays for unstake_all from the one subnet with stake', () => {
    const chain = poorStaker()
    const unstakeAll = subtensorCall('unstake_all', { hotkey })
    expect(takePayment(chain.ctx, coldkey, unstakeAll, FEE).alpha?.netuid).toBe(NETUID)
  })

  it.each([
    [
      'a call that does not take stake away',
      subtensorCall('add_stake', { hotkey, netuid: NETUID }),
      FEE,
    ],
    ['a fee that the stake does not cover', removeStake, TAO + 1n],
    ['a hotkey without stake', subtensorCall('unstake_all', { hotkey: author }), FEE],
  ])('refuses %s', (_why, refused, fee) => {
    const chain = poorStaker()
    expectNoop(chain, () => ensureCanPay(chain.ctx, coldkey, refused, fee), 'Payment')
    expectNoop(chain, () => takePayment(chain.ctx, coldkey, refused, fee), 'Payment')
  })
})
