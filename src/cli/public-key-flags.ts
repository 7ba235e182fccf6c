/**
 * Options of commands that write a public key by its name.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { Ss58Error, ss58Decode } from '../primitives/ss58.ts'
import { usageError } from './errors.ts'
import type { Question } from './tao-command.ts'
import { overwriteFlags } from './transaction-flags.ts'

export const publicKeyFlags = {
  ss58: Flags.string({
    aliases: ['ss58-address'],
    summary: 'address of the key',
    helpValue: 'SS58',
  }),
  'public-key-hex': Flags.string({
    aliases: ['public-key'],
    summary: 'the public key instead of its address: 0x and 64 hex digits',
    helpValue: 'HEX',
  }),
  ...overwriteFlags,
}

/** What of a command is needed here. */
interface Asker {
  ask<T>(given: T | undefined, question: Question<T>): Promise<T>
}

/** @throws TaoError SEVERAL_SOURCES, MISSING_OPTION */
export async function publicKeyName(
  command: Asker,
  given: { ss58?: string | undefined; 'public-key-hex'?: string | undefined },
): Promise<{ address: string } | { hex: string }> {
  const { ss58, 'public-key-hex': hex } = given
  if (ss58 !== undefined && hex !== undefined) {
    throw usageError('SEVERAL_SOURCES', 'give one of --ss58 and --public-key-hex')
  }
  if (hex !== undefined) return { hex }
  if (ss58 !== undefined) return nameOf(ss58)
  return command.ask<{ address: string } | { hex: string }>(undefined, {
    option: '--ss58',
    message: 'Address, or public key with 0x',
    parse: nameOf,
  })
}

function nameOf(text: string): { address: string } | { hex: string } {
  if (text.startsWith('0x')) return { hex: text }
  try {
    ss58Decode(text)
    return { address: text }
  } catch (error) {
    if (error instanceof Ss58Error) throw usageError('INVALID_ADDRESS', error.message)
    throw error
  }
}
