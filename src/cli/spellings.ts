/**
 * Options as people write them, turned into the one spelling a command declares: underscores,
 * btcli's multi-letter short options, and its negative words. One table for all commands; a row
 * applies only where the command has the option it leads to and no option of the written name.
 *
 * Source: ../shared/spec/cli.md section 2, cli-stake-subnets.md.
 *
 * @module
 */

/** What the normaliser must know about a command's options. */
export interface KnownOptions {
  /** Long names and aliases without dashes, with `no-` forms of negatable ones. */
  readonly long: ReadonlySet<string>
  /** One-letter names. */
  readonly short: ReadonlySet<string>
}

const REWRITES: Readonly<Record<string, string>> = {
  '-in': '--include-hotkeys',
  '-ex': '--exclude-hotkeys',
  '--unsafe': '--no-safe-staking',
  '--no-safe': '--no-safe-staking',
  '--not-allow': '--no-allow-partial-stake',
  '--not-partial': '--no-allow-partial-stake',
  '--no-partial': '--no-allow-partial-stake',
  '--no-allow-partial': '--no-allow-partial-stake',
  '--not-allow-partial': '--no-allow-partial-stake',
  '--a': '--all',
}

/**
 * Rewrites the options of one command line. Values and everything after `--` stay as they are.
 *
 * A token that follows an option is left alone only if it does not start with a dash; an option's
 * value that looks like an option must be written `--option=value`.
 */
export function normaliseOptions(argv: readonly string[], known: KnownOptions): string[] {
  const end = argv.indexOf('--')
  const options = end === -1 ? argv : argv.slice(0, end)
  return [...options.map((token) => normaliseToken(token, known)), ...argv.slice(options.length)]
}

function normaliseToken(token: string, known: KnownOptions): string {
  if (!token.startsWith('-') || token === '-') return token
  const cut = token.indexOf('=')
  const written = cut === -1 ? token : token.slice(0, cut)
  const value = cut === -1 ? '' : token.slice(cut)
  return rewrite(written, known) + value
}

function rewrite(written: string, known: KnownOptions): string {
  const isLong = written.startsWith('--')
  if (isLong && known.long.has(written.slice(2))) return written
  const hyphens = isLong ? written.replaceAll('_', '-') : written
  if (isLong && known.long.has(hyphens.slice(2))) return hyphens
  const target = REWRITES[hyphens]
  if (target !== undefined && known.long.has(target.slice(2))) return target
  return hyphens
}
