/**
 * Where a neuron can be reached: axon, its certificate, prometheus.
 *
 * The checks are run by the dispatch guard and again by the call.
 *
 * Source: ../shared/spec/subnets.md section 9 (subtensor `subnets/serving.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { TypeOf } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import { blocksSince } from '../rate-limits.ts'
import { isRegistered } from '../subnets/lookup.ts'
import type { axonInfo, neuronCertificate, prometheusInfo } from '../types.ts'

export type AxonInfo = TypeOf<typeof axonInfo>
export type PrometheusInfo = TypeOf<typeof prometheusInfo>
export type NeuronCertificate = TypeOf<typeof neuronCertificate>

export type AxonArgs = Omit<AxonInfo, 'block'> & { readonly netuid: number }
export type PrometheusArgs = Omit<PrometheusInfo, 'block'> & { readonly netuid: number }

const IPV4_MAX = 0xffff_ffffn
const IPV6_MAX = (1n << 128n) - 1n
const LOCALHOST_V4 = 0x7f00_0001n
const LOCALHOST_V6 = 1n
/** Algorithm byte and key. */
const CERTIFICATE_SIZE_MAX = 65

export function isValidIpType(ipType: number): boolean {
  return ipType === 4 || ipType === 6
}

/** Broadcast and localhost are refused, private ranges are not. */
export function isValidIp(ipType: number, ip: bigint, allowZero: boolean): boolean {
  if (!allowZero && ip === 0n) return false
  if (ipType === 4) return ip < IPV4_MAX && ip !== LOCALHOST_V4
  if (ipType === 6) return ip !== IPV6_MAX && ip !== LOCALHOST_V6
  return true
}

function mayServe(ctx: Ctx, netuid: number, last: bigint): boolean {
  const limit = ctx.storage.subtensor.servingRateLimit.get(netuid)
  return limit === 0n || last === 0n || blocksSince(ctx, last) >= limit
}

/** @throws HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded, InvalidPort */
export function ensureCanServeAxon(ctx: Ctx, hotkey: AccountId, args: AxonArgs): void {
  if (!isRegistered(ctx, args.netuid, hotkey)) throw errors.HotKeyNotRegisteredInNetwork
  if (!isValidIpType(args.ipType)) throw errors.InvalidIpType
  if (!isValidIp(args.ipType, args.ip, true)) throw errors.InvalidIpAddress
  const last = ctx.storage.subtensor.axons.get(args.netuid, hotkey)?.block ?? 0n
  if (!mayServe(ctx, args.netuid, last)) throw errors.ServingRateLimitExceeded
  if (args.port === 0) throw errors.InvalidPort
}

/** @throws InvalidIpType, InvalidIpAddress, HotKeyNotRegisteredInNetwork, ServingRateLimitExceeded, InvalidPort */
export function ensureCanServePrometheus(ctx: Ctx, hotkey: AccountId, args: PrometheusArgs): void {
  if (!isValidIpType(args.ipType)) throw errors.InvalidIpType
  if (!isValidIp(args.ipType, args.ip, false)) throw errors.InvalidIpAddress
  if (!isRegistered(ctx, args.netuid, hotkey)) throw errors.HotKeyNotRegisteredInNetwork
  const last = ctx.storage.subtensor.prometheus.get(args.netuid, hotkey)?.block ?? 0n
  if (!mayServe(ctx, args.netuid, last)) throw errors.ServingRateLimitExceeded
  if (args.port === 0) throw errors.InvalidPort
}

/** The first byte names the algorithm. Undefined for a certificate that the chain ignores. */
export function parseCertificate(certificate: Uint8Array): NeuronCertificate | undefined {
  const algorithm = certificate[0]
  if (algorithm === undefined || certificate.length > CERTIFICATE_SIZE_MAX) return undefined
  return { publicKey: certificate.slice(1), algorithm }
}

/** Publishes a neuron's endpoint; an older certificate stays where none comes with it. */
export function serveAxon(
  ctx: Ctx,
  hotkey: AccountId,
  args: AxonArgs,
  certificate?: Uint8Array,
): void {
  ensureCanServeAxon(ctx, hotkey, args)
  const { netuid, ...endpoint } = args
  const { axons, neuronCertificates } = ctx.storage.subtensor
  const parsed = certificate === undefined ? undefined : parseCertificate(certificate)
  if (parsed !== undefined) neuronCertificates.set(netuid, hotkey, parsed)
  axons.set(netuid, hotkey, { ...endpoint, block: BigInt(ctx.blockNumber) })
  ctx.emit(events.AxonServed, [netuid, hotkey])
}

/** Publishes where a neuron's metrics are. */
export function servePrometheus(ctx: Ctx, hotkey: AccountId, args: PrometheusArgs): void {
  ensureCanServePrometheus(ctx, hotkey, args)
  const { netuid, ...endpoint } = args
  const { prometheus } = ctx.storage.subtensor
  prometheus.set(netuid, hotkey, { ...endpoint, block: BigInt(ctx.blockNumber) })
  ctx.emit(events.PrometheusServed, [netuid, hotkey])
}
