/**
 * Keeps secrets out of what is printed: values typed at a hidden prompt or given in an option that
 * carries a secret are remembered here and cut out of every message before it leaves.
 *
 * Invariant: every write to stderr goes through `redact`. Results on stdout do not: a command that
 * prints a mnemonic was asked to.
 *
 * @module
 */

/** Options whose value is a secret. */
const SECRET_OPTIONS: ReadonlySet<string> = new Set([
  '--mnemonic',
  '--seed',
  '--json-password',
  '--password',
  '--wallet-password',
  '--private-key',
  '--uri',
])

/** Shorter values occur in ordinary text, and cutting them would only garble it. */
const SECRET_LENGTH_MIN = 4

const known = new Set<string>()

/** Remembers a value that must never be printed. */
export function rememberSecret(value: string): void {
  const text = value.trim()
  if (text.length >= SECRET_LENGTH_MIN) known.add(text)
}

/** Remembers the secrets on a command line. */
export function rememberSecretsIn(argv: readonly string[]): void {
  for (const [i, token] of argv.entries()) {
    const [name = '', ...value] = token.split('=')
    if (!SECRET_OPTIONS.has(name.replaceAll('_', '-'))) continue
    // A mnemonic may be given as several words; each runs up to the next option.
    if (value.length > 0) rememberSecret(value.join('='))
    else rememberWords(argv.slice(i + 1))
  }
}

function rememberWords(rest: readonly string[]): void {
  const end = rest.findIndex((token) => token.startsWith('-'))
  const words = end === -1 ? rest : rest.slice(0, end)
  rememberSecret(words.join(' '))
  for (const word of words) rememberSecret(word)
}

/** The text with every remembered secret replaced. */
export function redact(text: string): string {
  let clean = text
  const longestFirst = [...known].sort((a, b) => b.length - a.length)
  for (const secret of longestFirst) clean = clean.replaceAll(secret, '[hidden]')
  return clean
}
