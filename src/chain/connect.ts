/**
 * Connects to a network: the embedded chain, the node that already runs on its data directory, or a
 * node at an address.
 *
 * @module
 */
import type { ApiPromise, WsProvider } from '@polkadot/api'
import type { ProviderInterface } from '@polkadot/rpc-provider/types'
import type { EmbeddedChain } from '../../local-chain/index.ts'
import { ExitCode, TaoError } from '../primitives/tao-error.ts'
import { type Network, networkOf } from './networks.ts'

/** A connection with the network that it leads to. */
export interface Client {
  readonly api: ApiPromise
  /** The network as the user named it. */
  readonly network: string
  /** Makes blocks now; the local chain can, others cannot. */
  advance?(count: number): Promise<{ number: number; hash: string }>
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Name or address. */
  readonly network: string
  /** Folder of the local chain. */
  readonly dataDir: string
  readonly timeoutMs?: number
}

/** How long a node may take to answer the first request. */
const TIMEOUT_MS = 10_000

/**
 * @throws TaoError UNKNOWN_NETWORK, NODE_UNREACHABLE, DATA_DIR_BUSY, DATA_VERSION
 */
export async function connect(options: ConnectOptions): Promise<Client> {
  const network = networkOf(options.network)
  if (network.type === 'remote') return connectTo(network.url, options)
  const { readDataDirHolder } = await import('../../local-chain/data-dir.ts')
  const endpoint = readDataDirHolder(options.dataDir)?.endpoint
  if (endpoint !== undefined) return connectTo(endpoint, options)
  return connectEmbedded(network, options)
}

async function connectEmbedded(network: Network, options: ConnectOptions): Promise<Client> {
  const { openLocalChain } = await import('./local-chain.ts')
  let chain: EmbeddedChain
  try {
    chain = await openLocalChain({ dataDir: options.dataDir })
  } catch (error) {
    // A node that was just starting serves by now.
    const endpoint = error instanceof TaoError ? error.data['endpoint'] : undefined
    if (typeof endpoint === 'string') return connectTo(endpoint, options)
    throw error
  }
  try {
    return await clientOf(chain, network.name)
  } catch (error) {
    await chain.close()
    throw error
  }
}

/** A client of a chain in this process; closing it closes the chain. */
export async function clientOf(chain: EmbeddedChain, network = 'local'): Promise<Client> {
  const { EmbeddedProvider } = await import('./embedded-provider.ts')
  const api = await createApi(new EmbeddedProvider(chain.connect()))
  return {
    api,
    network,
    advance: (count) => chain.advance(count),
    async close() {
      await api.disconnect()
      await chain.close()
    },
  }
}

async function connectTo(url: string, options: ConnectOptions): Promise<Client> {
  const { WsProvider: Socket } = await import('./polkadot-api.ts')
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  // No reconnecting: a command that lost its node says so at once.
  const socket = new Socket(url, false, {}, timeoutMs)
  // The library's class leaves optional members undefined where its interface leaves them out.
  const provider = socket as ProviderInterface
  let api: ApiPromise | undefined
  try {
    await withTimeout(opened(socket), timeoutMs)
    api = await withTimeout(createApi(provider), timeoutMs)
  } catch (cause) {
    await provider.disconnect().catch(() => {})
    throw unreachable(url, cause)
  }
  const connected = api
  return {
    api: connected,
    network: options.network,
    async advance(count) {
      const made = await provider.send<{ number: number; hash: string }>('dev_advance', [count])
      return { number: made.number, hash: made.hash.replace(/^0x/, '') }
    },
    close: () => connected.disconnect(),
  }
}

/** Resolves when the socket is open, and fails as soon as it cannot be. */
function opened(socket: WsProvider): Promise<unknown> {
  return new Promise((done, fail) => {
    socket.on('connected', done)
    socket.on('error', () => fail(new Error('nothing listens there')))
    socket.connect().catch(fail)
  })
}

async function createApi(provider: ProviderInterface): Promise<ApiPromise> {
  const { ApiPromise } = await import('./polkadot-api.ts')
  // The library logs to the console, which belongs to the command. Its WebAssembly takes 70 ms to load
  // and does nothing that is needed here: keys are handled by the wallet.
  return ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true, initWasm: false })
}

function unreachable(url: string, cause: unknown): TaoError {
  const why = cause instanceof Error && cause.message !== '' ? cause.message : 'no answer'
  return new TaoError('NODE_UNREACHABLE', `cannot reach a node at ${url}: ${why}`, {
    exitCode: ExitCode.node,
    suggestions: ['tao chain start', '--network local uses the chain inside this program'],
    data: { url },
    cause,
  })
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
