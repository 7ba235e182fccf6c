/**
 * Goal: epochs run, wait and are skipped when the chain's do.
 * Method: recorded vectors through the pure functions and over a state.
 */
import { describe, expect, it } from 'vitest'
import { drainPending } from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/drain.ts'
import {
  blocksUntilModuloEpoch,
  isEpochDue,
  nextEpochBlock,
} from '../../../../../../local-chain/runtime/pallets/subtensor/block-step/epoch-schedule.ts'
import { blocksUntilAutoEpoch } from '../../../../../../local-chain/runtime/pallets/subtensor/rate-limits.ts'
import { eventNames, testAccount, testChain } from '../../../../../support/runtime.ts'
import { hasShared } from '../../../../../support/shared.ts'
import { emissionVectors } from './support.ts'

interface Schedule {
  tempo: number
  pending_epoch_at: string
  blocks_since_last_step: string
  last_epoch_block: string
  block: string
}
type Pots = Readonly<Record<'server' | 'validator' | 'root' | 'owner', string>>

interface DrainInputs {
  block: string
  tempo?: number
  last_epoch_block?: string
  blocks_since_last_step?: string
  last_mechanism_step_block?: string
  pending?: Pots
}
interface DrainExpected {
  blocks_since_last_step?: string
  last_mechanism_step_block?: string
  drained?: Pots | []
  pending_after?: Pots
}

describe.skipIf(!hasShared)('epoch schedule vectors', () => {
  it.each(emissionVectors<Schedule, { run: boolean }>('epoch-schedule', 'should_run_epoch'))(
    '$name',
    ({ inputs, expected }) => {
      const schedule = {
        tempo: inputs.tempo,
        pendingEpochAt: BigInt(inputs.pending_epoch_at),
        blocksSinceLastStep: BigInt(inputs.blocks_since_last_step),
        lastEpochBlock: BigInt(inputs.last_epoch_block),
      }
      expect(isEpochDue(schedule, BigInt(inputs.block))).toBe(expected.run)
    },
  )

  it.each(
    emissionVectors<Schedule, { block: string | null }>(
      'epoch-schedule',
      'get_next_epoch_start_block',
    ),
  )('$name', ({ inputs, expected }) => {
    const last = BigInt(inputs.last_epoch_block)
    const next = nextEpochBlock(inputs.tempo, last, BigInt(inputs.pending_epoch_at))
    expect(next).toBe(expected.block === null ? undefined : BigInt(expected.block))
  })

  it.each(
    emissionVectors<{ netuid: number; tempo: number; block: string }, { blocks: string }>(
      'epoch-schedule',
      'blocks_until_next_epoch_legacy',
    ),
  )('$name', ({ inputs, expected }) => {
    const blocks = blocksUntilModuloEpoch(inputs.netuid, inputs.tempo, BigInt(inputs.block))
    expect(blocks).toBe(BigInt(expected.blocks))
  })

  it.each(
    // Block numbers are u32 on the chain; one vector asks at u64's end.
    emissionVectors<Schedule, { blocks: string }>(
      'epoch-schedule',
      'blocks_until_next_auto_epoch',
    ).filter(({ inputs }) => Number.isSafeInteger(Number(inputs.block))),
  )('$name', ({ inputs, expected }) => {
    const { ctx } = testChain()
    ctx.blockNumber = Number(inputs.block)
    ctx.storage.subtensor.tempo.set(1, inputs.tempo)
    ctx.storage.subtensor.lastEpochBlock.set(1, BigInt(inputs.last_epoch_block))
    expect(blocksUntilAutoEpoch(ctx, 1)).toBe(BigInt(expected.blocks))
  })

  it.each(
    emissionVectors<{ cap: number; due_subnets: number }, { deferred: number }>(
      'epoch-schedule',
      'epochs_deferred_this_block',
    ),
  )('$name', ({ inputs, expected }) => {
    const chain = testChain()
    const netuids = Array.from({ length: inputs.due_subnets }, (_, i) => i + 1)
    for (const netuid of netuids) chain.ctx.storage.subtensor.tempo.set(netuid, 1)
    chain.ctx.storage.subtensor.maxEpochsPerBlock.set(inputs.cap)
    chain.ctx.blockNumber = 10
    expect(drainPending(chain.ctx, netuids)).toHaveLength(inputs.cap)
    const deferred = eventNames(chain).filter((name) => name === 'SubtensorModule.EpochDeferred')
    expect(deferred).toHaveLength(expected.deferred)
    const last = netuids.at(-1) as number
    expect(chain.ctx.storage.subtensor.pendingEpochAt.get(last)).toBe(11n)
  })

  it.each(emissionVectors<DrainInputs, DrainExpected>('accrual', 'drain_pending'))(
    '$name',
    ({ inputs, expected }) => {
      const { ctx } = testChain()
      const s = ctx.storage.subtensor
      ctx.blockNumber = Number(inputs.block)
      if (inputs.tempo !== undefined) s.tempo.set(1, inputs.tempo)
      s.lastEpochBlock.set(1, BigInt(inputs.last_epoch_block ?? 0))
      s.blocksSinceLastStep.set(1, BigInt(inputs.blocks_since_last_step ?? 0))
      s.lastMechansimStepBlock.set(1, BigInt(inputs.last_mechanism_step_block ?? 0))
      s.pendingServerEmission.set(1, BigInt(inputs.pending?.server ?? 0))
      s.pendingValidatorEmission.set(1, BigInt(inputs.pending?.validator ?? 0))
      s.pendingRootAlphaDivs.set(1, BigInt(inputs.pending?.root ?? 0))
      s.pendingOwnerCut.set(1, BigInt(inputs.pending?.owner ?? 0))
      const drained = drainPending(ctx, [1])
      if (Array.isArray(expected.drained)) expect(drained).toEqual([])
      else if (expected.drained !== undefined) {
        const pots = drained[0]
        expect({
          server: String(pots?.server),
          validator: String(pots?.validator),
          root: String(pots?.root),
          owner: String(pots?.owner),
        }).toEqual(expected.drained)
      }
      if (expected.blocks_since_last_step !== undefined) {
        expect(s.blocksSinceLastStep.get(1)).toBe(BigInt(expected.blocks_since_last_step))
      }
      if (expected.last_mechanism_step_block !== undefined) {
        const stepped = s.lastMechansimStepBlock.get(1)
        expect(stepped).toBe(BigInt(expected.last_mechanism_step_block))
      }
      if (expected.pending_after !== undefined) expect(s.pendingServerEmission.get(1)).toBe(0n)
    },
  )
})

describe('drainPending', () => {
  it('skips a subnet where a hotkey holds two uids, keeps its pots and consumes its turn', () => {
    const chain = testChain()
    const s = chain.ctx.storage.subtensor
    chain.ctx.blockNumber = 400
    s.pendingServerEmission.set(1, 7n)
    s.keys.set(1, 0, testAccount(1))
    s.keys.set(1, 1, testAccount(1))
    expect(drainPending(chain.ctx, [1])).toEqual([])
    expect(eventNames(chain)).toEqual(['SubtensorModule.EpochSkipped'])
    expect(s.pendingServerEmission.get(1)).toBe(7n)
    expect(s.lastEpochBlock.get(1)).toBe(400n)
    expect(s.subnetEpochIndex.get(1)).toBe(1n)
    expect(s.blocksSinceLastStep.get(1)).toBe(1n)
  })
})
