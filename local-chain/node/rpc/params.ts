/**
 * Parsers of positional parameters. A handler gets domain values; what does not parse is answered
 * with -32602 before it runs. Trailing parameters may be absent or null.
 *
 * @module
 */

import type { AccountId } from '../../../src/primitives/account-id.ts'
import { hexToBytes } from '../../../src/primitives/hex.ts'
import { ss58Decode } from '../../../src/primitives/ss58.ts'
import { invalidParams } from './errors.ts'

export type Param<T> = (value: unknown, position: number) => T

type Values<P extends readonly Param<unknown>[]> = {
  [K in keyof P]: P[K] extends Param<infer T> ? T : never
}

/** @throws RpcError -32602  a parameter is missing, of the wrong kind, or one too many */
export function parseParams<const P extends readonly Param<unknown>[]>(
  parsers: P,
  params: readonly unknown[],
): Values<P> {
  if (params.length > parsers.length) {
    throw invalidParams(`expected at most ${parsers.length} parameters, got ${params.length}`)
  }
  return parsers.map((parse, position) => parse(params[position], position)) as Values<P>
}

function refuse(position: number, expected: string): never {
  throw invalidParams(`parameter ${position}: expected ${expected}`)
}

const HEX = /^(0x)?([0-9a-fA-F]{2})*$/

/** Hex with or without 0x, as lower-case digits without it. */
export const hex: Param<string> = (value, position) => {
  if (typeof value !== 'string' || !HEX.test(value)) return refuse(position, 'hex')
  return value.replace(/^0x/, '').toLowerCase()
}

export const bytes: Param<Uint8Array> = (value, position) => hexToBytes(hex(value, position))

/** A block hash, 32 bytes. */
export const hash: Param<string> = (value, position) => {
  const digits = hex(value, position)
  return digits.length === 64 ? digits : refuse(position, 'a hash of 32 bytes')
}

export const text: Param<string> = (value, position) =>
  typeof value === 'string' ? value : refuse(position, 'text')

export const bool: Param<boolean> = (value, position) =>
  typeof value === 'boolean' ? value : refuse(position, 'true or false')

export const uint: Param<number> = (value, position) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse(position, 'a number')

/** A block number: a JSON number, or hex as substrate also takes. */
export const blockNumber: Param<number> = (value, position) => {
  if (typeof value === 'string' && /^(0x)?[0-9a-fA-F]{1,8}$/.test(value)) {
    return Number.parseInt(value.replace(/^0x/, ''), 16)
  }
  return uint(value, position)
}

/** An SS58 address of any prefix, or 32 bytes of hex. */
export const account: Param<AccountId> = (value, position) => {
  if (typeof value === 'string') {
    try {
      return ss58Decode(value).accountId
    } catch {
      // told below
    }
  }
  return refuse(position, 'an SS58 address')
}

/** A subscription or operation id: ours are text, but a client may echo it as a number. */
export const id: Param<string> = (value, position) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : refuse(position, 'an id')

export function list<T>(item: Param<T>, max: number): Param<T[]> {
  return (value, position) => {
    if (!Array.isArray(value)) return refuse(position, 'a list')
    if (value.length > max) return refuse(position, `at most ${max} items`)
    return value.map((entry) => item(entry, position))
  }
}

/** Absent and null mean undefined. */
export function optional<T>(parser: Param<T>): Param<T | undefined> {
  return (value, position) =>
    value === undefined || value === null ? undefined : parser(value, position)
}

/** The parameter as it came, for the few methods that take several shapes. */
export const any: Param<unknown> = (value) => value
