/**
 * Goal: a declared API answers by name, undoes its writes and refuses what it does not know.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  ApiTable,
  apiId,
  apiMethod,
  runtimeApi,
  UnknownApiMethod,
} from '../../../local-chain/frame/runtime-api.ts'
import { ScaleError } from '../../../local-chain/frame/scale/reader.ts'
import { option } from '../../../local-chain/frame/types/combinators.ts'
import { u16, u64 } from '../../../local-chain/frame/types/primitives.ts'
import type { Ctx } from '../../../local-chain/runtime/context.ts'
import { bytesToHex } from '../../../src/primitives/hex.ts'
import { testChain } from '../../support/runtime.ts'

const demo = runtimeApi('DemoApi', 7, {
  getSumV2: apiMethod({
    docs: 'Adds.',
    args: { left: u16, right: u64 },
    returns: option(u64),
    run: (_ctx, { left, right }) => (left === 0 ? undefined : BigInt(left) + right),
  }),
  touchState: apiMethod({
    docs: 'Writes on its way.',
    args: {},
    returns: u64,
    run: (ctx: Ctx) => {
      ctx.storage.subtensor.totalIssuance.set(5n)
      return ctx.storage.subtensor.totalIssuance.get()
    },
  }),
})
const table = new ApiTable([demo])

describe('ApiTable', () => {
  it('finds methods by trait and snake-case name', () => {
    expect(table.names()).toEqual(['DemoApi_get_sum_v2', 'DemoApi_touch_state'])
  })

  it('reads joined arguments and writes the bare answer', () => {
    const { ctx } = testChain()
    const ask = (...bytes: number[]) =>
      bytesToHex(table.call(ctx, 'DemoApi_get_sum_v2', Uint8Array.from(bytes)))
    expect(ask(2, 0, 3, 0, 0, 0, 0, 0, 0, 0)).toBe('010500000000000000')
    expect(ask(0, 0, 3, 0, 0, 0, 0, 0, 0, 0)).toBe('00')
  })

  it('ignores bytes after the arguments, as the chain does', () => {
    const { ctx } = testChain()
    expect(bytesToHex(table.call(ctx, 'DemoApi_touch_state', Uint8Array.of(9, 9)))).toBe(
      '0500000000000000',
    )
  })

  it('undoes what a method writes', () => {
    const chain = testChain()
    table.call(chain.ctx, 'DemoApi_touch_state', new Uint8Array())
    expect(chain.ctx.state.takeDiff()).toEqual([])
  })

  it('refuses arguments that are cut short', () => {
    const { ctx } = testChain()
    expect(() => table.call(ctx, 'DemoApi_get_sum_v2', Uint8Array.of(1))).toThrow(ScaleError)
  })

  it('refuses a method that nobody declares', () => {
    const { ctx } = testChain()
    expect(() => table.call(ctx, 'DemoApi_get_sum', new Uint8Array())).toThrow(UnknownApiMethod)
  })
})

describe('apiId', () => {
  it('is the BLAKE2b-64 of the name', () => {
    // ../shared/spec/node-rpc.md section 3.2
    expect(bytesToHex(apiId('Core'))).toBe('df6acb689907609b')
  })
})
