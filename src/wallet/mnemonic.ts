/**
 * BIP39 phrases as substrate uses them: English list, and a seed made from the entropy instead of
 * the phrase's text.
 *
 * Source: BIP39 for the phrase, substrate-bip39 for the seed (PBKDF2-HMAC-SHA512 over the entropy).
 *
 * @module
 */
import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto'
import { InvalidMnemonicError } from './errors.ts'
import { wipe } from './wipe.ts'

/** Phrase lengths that exist. */
export const WORD_COUNTS = [12, 15, 18, 21, 24] as const

/** How many words a phrase has. */
export type WordCount = (typeof WORD_COUNTS)[number]

/** Rounds of the seed's PBKDF2, fixed by BIP39. */
const SEED_ROUNDS = 2048

const BITS_PER_WORD = 11

/** Whether a number is the length of a phrase. */
export function isWordCount(value: number): value is WordCount {
  return WORD_COUNTS.some((count) => count === value)
}

/** A new phrase from the operating system's randomness. */
export async function generateMnemonic(words: WordCount = 12): Promise<string> {
  // Three words carry 32 bits of entropy and one of checksum.
  const entropy = randomBytes((words / 3) * 4)
  const phrase = await entropyToMnemonic(entropy)
  wipe(entropy)
  return phrase
}

/**
 * The 32-byte mini-secret of a phrase.
 *
 * @param passphrase  BIP39 passphrase, the part after `///` in a URI; key files never have one
 * @throws InvalidMnemonicError
 */
export async function mnemonicToSeed(phrase: string, passphrase = ''): Promise<Uint8Array> {
  const entropy = await mnemonicToEntropy(phrase)
  const long = pbkdf2Sync(entropy, `mnemonic${passphrase}`, SEED_ROUNDS, 64, 'sha512')
  const seed = Uint8Array.from(long.subarray(0, 32))
  wipe(entropy, long)
  return seed
}

/**
 * Takes a phrase apart. Any run of blanks separates words; upper case is refused, as
 * bittensor-wallet does.
 *
 * @throws InvalidMnemonicError  wrong number of words, a word outside the list, wrong checksum
 */
export async function mnemonicToEntropy(phrase: string): Promise<Uint8Array> {
  const words = splitWords(phrase)
  if (!isWordCount(words.length)) {
    throw new InvalidMnemonicError(`it has ${words.length} words, ${WORD_COUNTS.join(', ')} exist`)
  }
  const indices = await wordIndices(words)
  const entropy = new Uint8Array((words.length / 3) * 4)
  let buffer = 0
  let bits = 0
  let at = 0
  for (const index of indices) {
    buffer = (buffer << BITS_PER_WORD) | index
    for (bits += BITS_PER_WORD; bits >= 8 && at < entropy.length; at += 1) {
      bits -= 8
      entropy[at] = buffer >> bits
      buffer &= (1 << bits) - 1
    }
  }
  const checksumBits = words.length / 3
  if (buffer !== checksum(entropy, checksumBits)) {
    throw new InvalidMnemonicError('its checksum does not match, a word is wrong or misplaced')
  }
  return entropy
}

/** The phrase of 16, 20, 24, 28 or 32 bytes of entropy. */
export async function entropyToMnemonic(entropy: Uint8Array): Promise<string> {
  const list = await wordList()
  const checksumBits = entropy.length / 4
  let buffer = 0
  let bits = 0
  const words: string[] = []
  const push = (value: number, size: number): void => {
    buffer = (buffer << size) | value
    bits += size
    if (bits < BITS_PER_WORD) return
    bits -= BITS_PER_WORD
    words.push(list[buffer >> bits] as string)
    buffer &= (1 << bits) - 1
  }
  for (const byte of entropy) push(byte, 8)
  push(checksum(entropy, checksumBits), checksumBits)
  return words.join(' ')
}

/**
 * Takes a phrase as users type it: btcli also accepts `N-word` items in any order. Blanks are
 * normalised; the words are not checked here.
 *
 * @throws InvalidMnemonicError  numbers with a gap, twice the same, or an item without one
 */
export function parseMnemonicInput(text: string): string {
  const items = splitWords(text)
  if (!text.includes('-')) return items.join(' ')
  const words = new Map<number, string>()
  for (const [position, item] of items.entries()) {
    const match = /^([0-9]{1,2})-(\S+)$/.exec(item)
    const number = Number.parseInt(match?.[1] ?? '', 10)
    const word = match?.[2]
    if (word === undefined) {
      throw new InvalidMnemonicError(`item ${position + 1} is not of the form 1-word`)
    }
    if (words.has(number)) throw new InvalidMnemonicError(`number ${number} occurs twice`)
    words.set(number, word)
  }
  return Array.from({ length: words.size }, (_, index) => {
    const word = words.get(index + 1)
    if (word === undefined) throw new InvalidMnemonicError(`number ${index + 1} is missing`)
    return word
  }).join(' ')
}

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

async function wordIndices(words: readonly string[]): Promise<number[]> {
  const list = await wordList()
  return words.map((word, position) => {
    const index = list.indexOf(word)
    if (index === -1) {
      throw new InvalidMnemonicError(`word ${position + 1} is not in the BIP39 English list`)
    }
    return index
  })
}

/** The 2048 words; loaded only when a phrase is at hand. */
async function wordList(): Promise<readonly string[]> {
  const { default: words } = await import('@polkadot/util-crypto/mnemonic/wordlists/en')
  return words
}

/** The first bits of the entropy's SHA-256. */
function checksum(entropy: Uint8Array, bits: number): number {
  const digest = createHash('sha256').update(entropy).digest()
  return (digest[0] as number) >> (8 - bits)
}
