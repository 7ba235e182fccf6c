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
  '--unsafe-register': '--no-safe-staking',
  '--no-safe-register': '--no-safe-staking',
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

/** Options that may stand before the command, and whether a value follows them. */
const LEADING: Readonly<Record<string, boolean>> = {
  '--network': true,
  '--wallet': true,
  '--wallet-name': true,
  '--wallet-path': true,
  '--wallet-hotkey': true,
  '--hotkey': true,
  '--config-file': true,
  '--data-dir': true,
  '-p': true,
  '-H': true,
  '--json': false,
  '--json-output': false,
  '--quiet': false,
  '-q': false,
  '--verbose': false,
  '-v': false,
  '--yes': false,
  '-y': false,
  '--no-prompt': false,
}

/**
 * Moves options that stand before the command behind its words, where the parser expects them:
 * `tao --network test wallet list`. Anything unknown there is left for the error message.
 */
export function moveLeadingOptions(argv: readonly string[]): readonly string[] {
  let end = 0
  while (argv[end]?.startsWith('-')) {
    const [name = '', value] = (argv[end] ?? '').split('=', 2)
    const takesValue = LEADING[name.replaceAll('_', '-')]
    if (takesValue === undefined) return argv
    end += takesValue && value === undefined ? 2 : 1
  }
  const rest = argv.slice(end)
  if (rest.length === 0) return argv
  const words = rest.findIndex((token) => token.startsWith('-'))
  const cut = words === -1 ? rest.length : words
  return [...rest.slice(0, cut), ...argv.slice(0, end), ...rest.slice(cut)]
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
