/**
 * Goal: endpoints are accepted and refused as recorded.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { ROOT, signed } from '../../../../../../local-chain/frame/origin.ts'
import { calls } from '../../../../../../local-chain/runtime/pallets/subtensor/calls/serving/index.ts'
import { errors } from '../../../../../../local-chain/runtime/pallets/subtensor/errors.ts'
import { events } from '../../../../../../local-chain/runtime/pallets/subtensor/events.ts'
import {
  isValidIp,
  isValidIpType,
  parseCertificate,
} from '../../../../../../local-chain/runtime/pallets/subtensor/neurons/serving.ts'
import { bytesToHex, hexToBytes } from '../../../../../../src/primitives/hex.ts'
import { expectLastEvent, expectNoop } from '../../../../../support/runtime.ts'
import { hasShared, sharedJson } from '../../../../../support/shared.ts'
import { minerHotkey, NETUID, ownerHotkey, withSubnet } from '../subnets/subnet-chain.ts'

interface Serving {
  ip_address: { ip_type: number; ip: string; allow_zero: boolean; valid: boolean }[]
  ip_type: { ip_type: number; valid: boolean }[]
  certificate: {
    input_hex?: string
    input_len?: number
    algorithm?: number
    public_key_hex?: string
    stored?: boolean
  }[]
}

describe.skipIf(!hasShared)('recorded endpoints', () => {
  const recorded = hasShared ? sharedJson<Serving>('vectors/subnets/serving.json') : undefined

  it('addresses', () => {
    for (const { ip_type: type, ip, allow_zero: zero, valid } of recorded?.ip_address ?? []) {
      expect(isValidIp(type, BigInt(ip), zero), `${type} ${ip}`).toBe(valid)
    }
    for (const { ip_type: type, valid } of recorded?.ip_type ?? []) {
      expect(isValidIpType(type)).toBe(valid)
    }
  })

  it('certificates', () => {
    for (const c of recorded?.certificate ?? []) {
      const input =
        c.input_hex === undefined ? new Uint8Array(c.input_len ?? 0) : hexToBytes(c.input_hex)
      const parsed = parseCertificate(input)
      if (c.stored === false) expect(parsed).toBeUndefined()
      else {
        expect(parsed?.algorithm).toBe(c.algorithm)
        expect(bytesToHex(parsed?.publicKey ?? new Uint8Array())).toBe(c.public_key_hex)
      }
    }
    expect(parseCertificate(new Uint8Array(65))?.publicKey).toHaveLength(64)
  })
})

const axon = {
  netuid: NETUID,
  version: 2,
  ip: 1_676_056_785n,
  port: 128,
  ipType: 4,
  protocol: 1,
  placeholder1: 3,
  placeholder2: 4,
}

describe('serve_axon', () => {
  const serve = (chain = withSubnet(), over = {}, hotkey = ownerHotkey) =>
    calls.serveAxon.run(chain.ctx, signed(hotkey), { ...axon, ...over })

  it('stores the endpoint with its block', () => {
    const chain = withSubnet()
    serve(chain)
    const { netuid: _, ...endpoint } = axon
    expect(chain.ctx.storage.subtensor.axons.get(NETUID, ownerHotkey)).toEqual({
      ...endpoint,
      block: 1n,
    })
    expectLastEvent(chain, events.AxonServed, [NETUID, ownerHotkey])
  })

  it('waits for the rate limit of the subnet', () => {
    const chain = withSubnet()
    chain.ctx.storage.subtensor.servingRateLimit.set(NETUID, 2n)
    serve(chain)
    chain.ctx.blockNumber = 2
    expectNoop(chain, () => serve(chain), errors.ServingRateLimitExceeded)
    chain.ctx.blockNumber = 3
    serve(chain)
  })

  it('refuses without a trace', () => {
    const chain = withSubnet()
    expectNoop(chain, () => calls.serveAxon.run(chain.ctx, ROOT, axon), 'BadOrigin')
    const stranger = () => serve(chain, {}, minerHotkey)
    expectNoop(chain, stranger, errors.HotKeyNotRegisteredInNetwork)
    expectNoop(chain, () => serve(chain, { ipType: 5 }), errors.InvalidIpType)
    expectNoop(chain, () => serve(chain, { ip: 0x7f000001n }), errors.InvalidIpAddress)
    expectNoop(chain, () => serve(chain, { port: 0 }), errors.InvalidPort)
    // A zero address is how a neuron says that it does not serve.
    serve(chain, { ip: 0n })
  })

  it('keeps an older certificate, and ignores a new one that is too long', () => {
    const chain = withSubnet()
    const certificates = chain.ctx.storage.subtensor.neuronCertificates
    chain.ctx.storage.subtensor.servingRateLimit.set(NETUID, 0n)
    const withCertificate = (certificate: Uint8Array) =>
      calls.serveAxonTls.run(chain.ctx, signed(ownerHotkey), { ...axon, certificate })
    withCertificate(Uint8Array.of(7, 1, 2))
    const stored = { publicKey: Uint8Array.of(1, 2), algorithm: 7 }
    expect(certificates.get(NETUID, ownerHotkey)).toEqual(stored)
    serve(chain)
    withCertificate(new Uint8Array(66))
    withCertificate(new Uint8Array())
    expect(certificates.get(NETUID, ownerHotkey)).toEqual(stored)
  })
})

describe('serve_prometheus', () => {
  const args = { netuid: NETUID, version: 2, ip: 1_676_056_785n, port: 128, ipType: 4 }
  const serve = (chain = withSubnet(), over = {}, hotkey = ownerHotkey) =>
    calls.servePrometheus.run(chain.ctx, signed(hotkey), { ...args, ...over })

  it('stores the endpoint on a clock of its own', () => {
    const chain = withSubnet()
    calls.serveAxon.run(chain.ctx, signed(ownerHotkey), axon)
    serve(chain)
    const { netuid: _, ...endpoint } = args
    expect(chain.ctx.storage.subtensor.prometheus.get(NETUID, ownerHotkey)).toEqual({
      ...endpoint,
      block: 1n,
    })
    expectLastEvent(chain, events.PrometheusServed, [NETUID, ownerHotkey])
  })

  it('refuses without a trace, a bad address before a stranger', () => {
    const chain = withSubnet()
    const stranger = (over: object) => () => serve(chain, over, minerHotkey)
    expectNoop(chain, stranger({ ipType: 5 }), errors.InvalidIpType)
    expectNoop(chain, stranger({ ip: 0n }), errors.InvalidIpAddress)
    expectNoop(chain, stranger({}), errors.HotKeyNotRegisteredInNetwork)
    expectNoop(chain, () => serve(chain, { port: 0 }), errors.InvalidPort)
    serve(chain)
    chain.ctx.blockNumber = 50
    expectNoop(chain, () => serve(chain), errors.ServingRateLimitExceeded)
  })
})
