/**
 * polkadot.js over the chain in this process: the same JSON-RPC frames as on a socket, without one.
 *
 * @module
 */
import type {
  ProviderInterface,
  ProviderInterfaceCallback,
  ProviderInterfaceEmitCb,
  ProviderInterfaceEmitted,
} from '@polkadot/rpc-provider/types'
import type { ChainConnection } from '../../local-chain/index.ts'

interface Pending {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
  /** Set when the answer is a subscription id. */
  readonly callback?: ProviderInterfaceCallback
}

interface Frame {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { code: number; message: string; data?: unknown }
  readonly params?: { subscription: string; result: unknown }
}

/** An error object of the node, worded as polkadot.js words those of a socket. */
export class RpcAnswerError extends Error {
  override name = 'RpcError'
  readonly code: number
  readonly data: unknown

  constructor({ code, message, data }: { code: number; message: string; data?: unknown }) {
    super(`${code}: ${message}${data === undefined ? '' : `: ${String(data)}`}`)
    this.code = code
    this.data = data
  }
}

export class EmbeddedProvider implements ProviderInterface {
  readonly hasSubscriptions = true
  readonly isClonable = false
  readonly #connection: ChainConnection
  readonly #pending = new Map<number, Pending>()
  readonly #subscriptions = new Map<string, ProviderInterfaceCallback>()
  readonly #listeners = new Map<ProviderInterfaceEmitted, Set<ProviderInterfaceEmitCb>>()
  #ids = 0
  #open = true

  constructor(connection: ChainConnection) {
    this.#connection = connection
    connection.onMessage((text) => this.#receive(JSON.parse(text) as Frame))
    queueMicrotask(() => this.#emit('connected'))
  }

  get isConnected(): boolean {
    return this.#open
  }

  clone(): ProviderInterface {
    throw new Error('an embedded provider has one connection')
  }

  async connect(): Promise<void> {}

  async disconnect(): Promise<void> {
    if (!this.#open) return
    this.#open = false
    this.#connection.close()
    this.#pending.clear()
    this.#emit('disconnected')
  }

  on(type: ProviderInterfaceEmitted, listener: ProviderInterfaceEmitCb): () => void {
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  send<T = unknown>(method: string, params: unknown[]): Promise<T> {
    return this.#request<T>(method, params)
  }

  async subscribe(
    _type: string,
    method: string,
    params: unknown[],
    callback: ProviderInterfaceCallback,
  ): Promise<string> {
    return this.#request<string>(method, params, callback)
  }

  async unsubscribe(_type: string, method: string, id: number | string): Promise<boolean> {
    this.#subscriptions.delete(String(id))
    // After disconnecting nothing is left to end; the library asks all the same.
    if (!this.#open) return false
    return this.#request<boolean>(method, [id])
  }

  #request<T>(method: string, params: unknown[], callback?: ProviderInterfaceCallback): Promise<T> {
    // Nobody waits for what the library still asks in the background after its end, and a refusal
    // would end the process as an unhandled one.
    if (!this.#open) return new Promise(() => {})
    const id = ++this.#ids
    return new Promise<T>((resolve, reject) => {
      const pending: Pending = { resolve: resolve as (result: never) => void, reject }
      this.#pending.set(id, callback === undefined ? pending : { ...pending, callback })
      this.#connection.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    })
  }

  #receive(frame: Frame): void {
    if (frame.id === undefined) {
      const { subscription = '', result } = frame.params ?? {}
      this.#subscriptions.get(subscription)?.(null, result)
      return
    }
    const pending = this.#pending.get(frame.id)
    if (pending === undefined) return
    this.#pending.delete(frame.id)
    if (frame.error !== undefined) {
      pending.reject(new RpcAnswerError(frame.error))
      return
    }
    if (pending.callback !== undefined) {
      this.#subscriptions.set(String(frame.result), pending.callback)
    }
    pending.resolve(frame.result as never)
  }

  #emit(type: ProviderInterfaceEmitted): void {
    for (const listener of this.#listeners.get(type) ?? []) listener()
  }
}
