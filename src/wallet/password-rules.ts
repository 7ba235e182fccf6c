/**
 * Whether a new password is strong enough, by the measure that bittensor-wallet uses, so that both
 * accept the same passwords.
 *
 * Source: ../shared/spec/wallet.md section 5.1.
 *
 * @module
 */
import { PasswordWeakError } from './errors.ts'

/** Bytes of UTF-8 that a password has at least. */
const BYTES_MIN = 6

const SCORE_MIN = 20

/** Best score of n counted characters for n up to 11; each further one adds a point. */
const BEST_SCORES = [0, 2, 5, 9, 16, 25, 40, 58, 80, 88, 95, 100] as const

/** What the score is made of. */
export interface PasswordAnalysis {
  readonly length: number
  readonly spaces: number
  readonly numbers: number
  readonly lower: number
  readonly upper: number
  readonly symbols: number
  readonly other: number
  readonly consecutive: number
  readonly nonConsecutive: number
  readonly progressive: number
}

/** Throws PasswordWeakError unless the password may protect a new file. */
export function checkNewPassword(password: string): void {
  if (password === '') throw new PasswordWeakError('it is empty')
  if (new TextEncoder().encode(password).length < BYTES_MIN) {
    throw new PasswordWeakError(`it has fewer than ${BYTES_MIN} characters`)
  }
  if (passwordScore(password) < SCORE_MIN) {
    throw new PasswordWeakError('its characters repeat or follow each other too much')
  }
}

/** The score, 0 to 100. */
export function passwordScore(password: string): number {
  const facts = analysePassword(password)
  const { length, spaces, numbers, lower, upper, symbols, other } = facts
  const counted = length - other
  const best = BEST_SCORES[counted] ?? 100 + counted - 11
  let score: number = best
  if (score > 0) {
    score += spaces
    if (numbers === 0) score -= best * 0.05
    for (const count of [lower, upper, spaces]) if (count === 0) score -= best * 0.1
    if (lower > 0 && upper > 0) score += 1
    if (symbols > 0) score += 1
    score -= (best * facts.consecutive) / length / 5
    score -= (best * facts.progressive) / length / 5
    score -= (best * facts.nonConsecutive) / length / 10
  }
  return Math.min(Math.min(Math.max(score, 0), best) + other * 20, 100)
}

/** Counts kinds of characters, repetitions and runs; control characters do not count at all. */
export function analysePassword(password: string): PasswordAnalysis {
  const codes = [...password]
    .map((character) => character.codePointAt(0) as number)
    .filter((code) => code >= 0x20 && code !== 0x7f)
  const occurrences = new Map<number, number>()
  for (const code of codes) occurrences.set(code, (occurrences.get(code) ?? 0) + 1)
  const repeated = [...occurrences.values()].filter((count) => count > 1)
  const { consecutive, progressive } = countRuns(codes)
  const within = (from: string, to: string): number => countWithin(codes, { from, to })
  const lower = within('a', 'z')
  const upper = within('A', 'Z')
  const numbers = within('0', '9')
  return {
    length: codes.length,
    spaces: within(' ', ' '),
    numbers,
    lower,
    upper,
    symbols: within('!', '~') - lower - upper - numbers,
    other: codes.filter((code) => code > 0x7e).length,
    consecutive,
    nonConsecutive: repeated.reduce((sum, count) => sum + count, 0) - consecutive,
    progressive,
  }
}

function countWithin(codes: readonly number[], { from, to }: { from: string; to: string }): number {
  const first = from.charCodeAt(0)
  const last = to.charCodeAt(0)
  return codes.filter((code) => code >= first && code <= last).length
}

/**
 * Characters in runs of the same one ("aaa": 3) and in arithmetic series ("abc", "135": 3). The
 * flags follow the original step by step, since overlapping runs depend on their order.
 */
function countRuns(codes: readonly number[]): { consecutive: number; progressive: number } {
  let consecutive = 0
  let progressive = 0
  let last = -1
  let lastStep = 2 ** 31 - 1
  let inSame = false
  let inSeries = false
  let afterSeries = false
  for (const code of codes) {
    if (code === last) {
      consecutive += inSame ? 1 : 2
      inSame = true
      inSeries = false
      continue
    }
    inSame = false
    const step = last - code
    last = code
    if (step !== lastStep) {
      lastStep = step
      if (inSeries) inSeries = false
      else afterSeries = false
    } else if (inSeries) {
      progressive += 1
    } else {
      inSeries = true
      progressive += afterSeries ? 2 : 3
      afterSeries = true
    }
  }
  return { consecutive, progressive }
}
