/** Goal: root changes who makes blocks, and the header says so; who finalizes is nobody's to change. */
import { describe, expect, it } from 'vitest'
import { badOrigin } from '../../../../../local-chain/frame/dispatch-error.ts'
import { ROOT, signed } from '../../../../../local-chain/frame/origin.ts'
import { authorityCalls } from '../../../../../local-chain/runtime/pallets/admin-utils/calls/authorities.ts'
import { slotDigest } from '../../../../../local-chain/runtime/pallets/aura/slot.ts'
import { bytesToHex } from '../../../../../src/primitives/hex.ts'
import { expectNoop, testAccount, testChain } from '../../../../support/runtime.ts'

const { swapAuthorities, scheduleGrandpaChange } = authorityCalls
const one = new Uint8Array(32).fill(1)
const who = signed(testAccount(0xaa))

describe('authorities', () => {
  it('take turns from the list that root gives, with a log in the digest', () => {
    const { ctx } = testChain()
    const { digest } = ctx.storage.system
    digest.set({ logs: [slotDigest(7n)] })
    swapAuthorities.run(ctx, ROOT, { newAuthorities: [one] })
    expect(ctx.storage.aura.authorities.get()).toEqual([one])
    const [, log] = digest.get().logs
    expect(log?.type).toBe('Consensus')
    const [engine, bytes] = log?.type === 'Consensus' ? log.value : []
    expect(new TextDecoder().decode(engine)).toBe('aura')
    // Variant 1, one authority.
    expect(bytesToHex(bytes ?? one)).toBe(`0104${'01'.repeat(32)}`)
  })

  it('stay as they are with an empty list, and for anybody but root', () => {
    const chain = testChain()
    swapAuthorities.run(chain.ctx, ROOT, { newAuthorities: [] })
    expect(chain.ctx.state.takeDiff()).toEqual([])
    const run = () => swapAuthorities.run(chain.ctx, who, { newAuthorities: [one] })
    expectNoop(chain, run, badOrigin)
  })

  it('deviation: nobody votes for finality, so a change of voters does nothing', () => {
    const chain = testChain()
    const args = { nextAuthorities: [[one, 1n]], inBlocks: 1, forced: undefined } as const
    scheduleGrandpaChange.run(chain.ctx, ROOT, args)
    expect(chain.ctx.state.takeDiff()).toEqual([])
    expectNoop(chain, () => scheduleGrandpaChange.run(chain.ctx, who, args), badOrigin)
  })
})
