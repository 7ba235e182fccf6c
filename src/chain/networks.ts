/**
 * Networks by name, and the addresses behind them.
 *
 * Source: ../shared/spec/cli.md, networks.
 *
 * @module
 */
import { ExitCode, TaoError } from '../primitives/tao-error.ts'

/** Where a command works. */
export type Network =
  /** The chain inside this program, or the node that runs on its data directory. */
  | { readonly type: 'embedded'; readonly name: 'local' }
  | {
      /** A node at an address. */
      readonly type: 'remote'
      readonly name: string
      readonly url: string
    }

const URLS: Readonly<Record<string, string>> = {
  finney: 'wss://entrypoint-finney.opentensor.ai:443',
  test: 'wss://test.finney.opentensor.ai:443',
  archive: 'wss://archive.chain.opentensor.ai:443',
  'latent-lite': 'wss://lite.sub.latent.to:443',
  dev: 'wss://dev.chain.opentensor.ai:443',
  rao: 'wss://rao.chain.opentensor.ai:443',
}

/**
 * The network that a name or address means.
 *
 * @throws TaoError UNKNOWN_NETWORK
 */
export function networkOf(text: string): Network {
  if (text === 'local') return { type: 'embedded', name: 'local' }
  const known = Object.hasOwn(URLS, text) ? URLS[text] : undefined
  if (known !== undefined) return { type: 'remote', name: text, url: known }
  if (/^wss?:\/\/\S+$/.test(text)) return { type: 'remote', name: text, url: text }
  const names = ['local', ...Object.keys(URLS)]
  throw new TaoError(
    'UNKNOWN_NETWORK',
    `${JSON.stringify(text)} is neither a network nor an address`,
    {
      exitCode: ExitCode.usage,
      suggestions: [`--network ${names.join(' | ')}`, '--network ws://127.0.0.1:9944'],
      data: { network: text, known: names },
    },
  )
}
