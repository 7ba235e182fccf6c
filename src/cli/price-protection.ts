/**
 * How far a price may move, from options and configuration.
 *
 * @module
 */
import { usageError } from './errors.ts'
import type { Settings } from './settings.ts'

/** Options of `priceFlags` as parsed. */
export interface PriceOptions {
  readonly tolerance?: number | undefined
  readonly 'safe-staking'?: boolean | undefined
  readonly 'allow-partial-stake'?: boolean | undefined
}

/** A limit on the price; there is none where the user wants any price. */
export interface PriceProtection {
  /** From 0 to 1. */
  readonly tolerance: number
  /** Whether to trade as much as the limit allows instead of refusing. */
  readonly partial: boolean
}

const DEFAULT_TOLERANCE = 0.005

/** @throws TaoError USAGE  a tolerance together with any price */
export function priceProtection(
  options: PriceOptions,
  { config }: Settings,
): PriceProtection | undefined {
  const kept = config.rate_tolerance
  const isSafe = options['safe-staking'] ?? config.safe_staking !== false
  if (!isSafe && options.tolerance !== undefined) {
    throw usageError('USAGE', '--tolerance sets a limit on the price, and --unsafe takes any', [
      'leave one of the two out',
    ])
  }
  if (!isSafe) return undefined
  return {
    tolerance: options.tolerance ?? (typeof kept === 'number' ? kept : DEFAULT_TOLERANCE),
    partial: options['allow-partial-stake'] ?? config.allow_partial_stake === true,
  }
}
