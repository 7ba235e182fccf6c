/**
 * Goal: symbols and names of the chain's tables, and how a new subnet gets its symbol.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/subnets/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import {
  freeSymbolFor,
  isSubnetSymbol,
  subnetName,
  symbolOf,
} from '../../../../../../local-chain/runtime/pallets/subtensor/subnets/symbols.ts'
import { bytesToHex, hexToBytes } from '../../../../../../src/primitives/hex.ts'
import { expectLastEvent, expectNoop } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { miner, NETUID, owner, subnetChain, withSubnet } from './subnet-chain.ts'

const BETA = hexToBytes('ceb2')
const GAMMA = hexToBytes('ceb3')

describe.skipIf(!hasShared)('tables', () => {
  it("hold every recorded symbol, and root's beyond the end", () => {
    const { symbols_hex: symbols } = sharedJson<{ symbols_hex: string[] }>(
      'vectors/subnets/symbols.json',
    )
    expect(symbols.map((_, netuid) => bytesToHex(symbolOf(netuid)))).toEqual(symbols)
    expect(bytesToHex(symbolOf(symbols.length))).toBe(symbols[0])
    expect(isSubnetSymbol(symbolOf(0))).toBe(false)
    expect(isSubnetSymbol(symbolOf(438))).toBe(true)
  })

  it('hold every recorded name', () => {
    const { ctx } = subnetChain()
    const { names } = sharedJson<{ names: string[] }>('vectors/subnets/default_names.json')
    const text = (netuid: number) => new TextDecoder().decode(subnetName(ctx, netuid))
    expect(names.map((_, netuid) => text(netuid))).toEqual(names)
    expect(text(names.length)).toBe('unknown')
  })
})

describe('a new subnet', () => {
  it('takes its own symbol, or the first free one', () => {
    const { ctx } = subnetChain()
    expect(freeSymbolFor(ctx, 2)).toEqual(BETA)
    ctx.storage.subtensor.tokenSymbol.set(7, BETA)
    expect(freeSymbolFor(ctx, 2)).toEqual(GAMMA)
  })
})

describe('update_symbol', () => {
  it('gives the subnet another symbol', () => {
    const chain = withSubnet()
    calls.updateSymbol.run(chain.ctx, signed(owner), { netuid: NETUID, symbol: GAMMA })
    expect(chain.ctx.storage.subtensor.tokenSymbol.get(NETUID)).toEqual(GAMMA)
    expectLastEvent(chain, events.SymbolUpdated, { netuid: NETUID, symbol: GAMMA })
  })

  it.each([
    ['a stranger', signed(miner), GAMMA, 'BadOrigin'],
    ['an unknown symbol', ROOT, hexToBytes('00'), errors.SymbolDoesNotExist],
    ["root's symbol", ROOT, symbolOf(0), errors.SymbolDoesNotExist],
    ['its own symbol', signed(owner), BETA, errors.SymbolAlreadyInUse],
  ])('refuses %s', (_, origin, symbol, failure) => {
    const chain = withSubnet()
    const body = () => calls.updateSymbol.run(chain.ctx, origin, { netuid: NETUID, symbol })
    expectNoop(chain, body, failure)
  })
})
