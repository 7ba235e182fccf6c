/**
 * Speaks JSON-RPC with a chain in this process or over a socket, frame by frame.
 *
 * @module
 */
import { WebSocket } from 'ws'
import type { ChainConnection } from '../../local-chain/index.ts'

export interface Reply {
  readonly jsonrpc: string
  readonly id: string | number | null
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string; readonly data?: string }
}

export interface Notification {
  readonly method: string
  readonly params: { readonly subscription: string; readonly result: unknown }
}

export interface RpcClient {
  /** Sends a frame as it is. */
  raw(frame: string): void
  /** Sends a request and waits for the reply with its id. */
  request(method: string, params?: readonly unknown[]): Promise<Reply>
  /** The result, or a failure with the error's text. */
  result<T>(method: string, ...params: unknown[]): Promise<T>
  /** Everything that came, in order. */
  readonly frames: (Reply | Notification | Reply[])[]
  /** Waits for a frame. */
  seen<T extends Reply | Notification | Reply[]>(test: (frame: T) => boolean): Promise<T>
  close(): void
}

interface Transport {
  send(frame: string): void
  close(): void
}

const DEADLINE_MS = 10_000

function client(open: (receive: (frame: string) => void) => Transport): RpcClient {
  const frames: (Reply | Notification | Reply[])[] = []
  const waiting = new Set<() => void>()
  const transport = open((text) => {
    frames.push(JSON.parse(text) as Reply)
    for (const look of waiting) look()
  })
  let ids = 0
  const self: RpcClient = {
    frames,
    raw: (frame) => transport.send(frame),
    seen<T extends Reply | Notification | Reply[]>(test: (frame: T) => boolean) {
      return new Promise<T>((done, fail) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          fail(new Error(`no such frame; got ${JSON.stringify(frames).slice(0, 2000)}`))
        }, DEADLINE_MS)
        const look = () => {
          const found = frames.find((frame) => test(frame as T))
          if (found === undefined) return
          waiting.delete(look)
          clearTimeout(timer)
          done(found as T)
        }
        waiting.add(look)
        look()
      })
    },
    request(method, params = []) {
      const id = `t${++ids}`
      transport.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
      return self.seen<Reply>((frame) => !Array.isArray(frame) && frame.id === id)
    },
    async result<T>(method: string, ...params: unknown[]) {
      const { result, error } = await self.request(method, params)
      if (error !== undefined) throw new Error(JSON.stringify(error))
      return result as T
    },
    close: () => transport.close(),
  }
  return self
}

export function rpcInProcess(connection: ChainConnection): RpcClient {
  return client((receive) => {
    connection.onMessage(receive)
    return connection
  })
}

export async function rpcOverSocket(
  url: string,
): Promise<RpcClient & { readonly socket: WebSocket }> {
  const socket = new WebSocket(url)
  const rpc = client((receive) => {
    socket.on('message', (data) => receive(String(data)))
    return { send: (frame) => socket.send(frame), close: () => socket.terminate() }
  })
  await new Promise((done, fail) => {
    socket.once('open', done)
    socket.once('error', fail)
  })
  return Object.assign(rpc, { socket })
}
