/**
 * Where a key that already exists comes from: a phrase, a seed or a polkadot-js file, given in
 * options or asked for.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises'
import * as Flags from '@oclif/core/flags'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import {
  importPolkadotJson,
  keyFromMnemonic,
  keyFromSeed,
  parseMnemonicInput,
  parseSeed,
  type SecretKey,
} from '../wallet/index.ts'
import { usageError } from './errors.ts'
import { rememberSecret } from './secrets.ts'
import type { Question } from './tao-command.ts'
import { overwriteFlags } from './transaction-flags.ts'

/** A keystore has a few hundred bytes; anything much larger is another file. */
const KEYSTORE_BYTES_MAX = 1 << 20

/** @param usePassword  whether the file is encrypted unless the user says otherwise */
export const restoreFlags = (usePassword: boolean) => ({
  mnemonic: Flags.string({
    multiple: true,
    summary: 'the phrase, in quotes or not, or its words numbered in any order: 2-b 1-a',
    helpValue: 'WORDS',
  }),
  seed: Flags.string({ summary: 'the seed, 64 hex digits', helpValue: 'HEX' }),
  json: Flags.string({
    char: 'j',
    summary: 'a key exported by polkadot-js or its extension',
    helpValue: 'FILE',
  }),
  'json-password': Flags.string({ summary: 'password of that file', helpValue: 'TEXT' }),
  'use-password': Flags.boolean({
    allowNo: true,
    default: usePassword,
    summary: 'encrypt the private file',
  }),
  ...overwriteFlags,
})

interface Sources {
  readonly mnemonic?: readonly string[] | undefined
  readonly seed?: string | undefined
  readonly json?: string | undefined
  readonly 'json-password'?: string | undefined
}

/** What of a command is needed here. */
interface Asker {
  readonly canAsk: boolean
  ask<T>(given: T | undefined, question: Question<T>): Promise<T>
  choose<T>(
    question: { option: string; message: string },
    choices: readonly { name: string; value: T }[],
  ): Promise<T>
}

type Kind = 'mnemonic' | 'seed' | 'json'

/**
 * The key that the options name, or that the answers do.
 *
 * @throws TaoError SEVERAL_SOURCES, MISSING_OPTION, KEYSTORE_UNREADABLE
 * @throws WalletError  what was given makes no key
 */
export async function readSecretKey(command: Asker, given: Sources): Promise<SecretKey> {
  const kinds = (['mnemonic', 'seed', 'json'] as const).filter((kind) => given[kind] !== undefined)
  if (kinds.length > 1) {
    throw usageError('SEVERAL_SOURCES', 'give one of --mnemonic, --seed and --json')
  }
  const kind = kinds[0] ?? (await chooseKind(command))
  if (kind === 'json') return fromKeystore(command, given)
  if (kind === 'seed') {
    const seed = await command.ask(given.seed, {
      option: '--seed',
      message: 'Seed, 64 hex digits',
      secret: true,
      parse: checked(parseSeed),
    })
    return keyFromSeed(parseSeed(seed))
  }
  const phrase = await command.ask(given.mnemonic?.join(' '), {
    option: '--mnemonic',
    message: 'Phrase',
    secret: true,
    parse: checked(parseMnemonicInput),
  })
  return keyFromMnemonic(parseMnemonicInput(phrase))
}

function chooseKind(command: Asker): Promise<Kind> {
  return command.choose<Kind>(
    { option: '--mnemonic, --seed or --json', message: 'What do you have of the key?' },
    [
      { name: 'its phrase of 12 or more words', value: 'mnemonic' },
      { name: 'its seed', value: 'seed' },
      { name: 'a file of polkadot-js', value: 'json' },
    ],
  )
}

/** Keeps the text as it is, once it is known to be readable. */
function checked(parse: (text: string) => unknown): (text: string) => string {
  return (text) => {
    parse(text)
    return text
  }
}

async function fromKeystore(command: Asker, given: Sources): Promise<SecretKey> {
  const path = await command.ask(given.json, {
    option: '--json',
    message: 'File exported by polkadot-js',
    parse: (text) => text,
  })
  const json = await readKeystore(path)
  const password = await command.ask(given['json-password'], {
    option: '--json-password',
    message: `Password of ${path}`,
    secret: true,
    parse: (text) => text,
  })
  rememberSecret(password)
  return importPolkadotJson(json, password)
}

async function readKeystore(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > KEYSTORE_BYTES_MAX) throw new Error(`${size} bytes are too many for a key`)
    return await readFile(path, 'utf8')
  } catch (error) {
    throw keystoreUnreadable(path, error)
  }
}

function keystoreUnreadable(path: string, cause: unknown): TaoError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new TaoError('KEYSTORE_UNREADABLE', `cannot read ${path}: ${why}`, {
    exitCode: ExitCode.local,
    suggestions: [`ls -l ${path}`],
    data: { path },
    cause,
  })
}
