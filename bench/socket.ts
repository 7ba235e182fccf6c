/**
 * The least client of a node: requests and notices over one socket.
 *
 * @module
 */
import { once } from 'node:events'
import { WebSocket } from 'ws'

interface Frame {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string; readonly data?: unknown }
  readonly params?: { readonly subscription: string; readonly result: unknown }
}

export interface Socket {
  /** Resolves to the result. */
  request(method: string, params: readonly unknown[]): Promise<unknown>
  /** Called with each notice of a subscription. */
  onNotice(listener: (result: unknown) => void): void
  close(): void
}

export async function openSocket(url: string): Promise<Socket> {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  const waiting = new Map<number, (frame: Frame) => void>()
  let ids = 0
  let listener: (result: unknown) => void = () => {}
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    if (frame.id === undefined) return listener(frame.params?.result)
    waiting.get(frame.id)?.(frame)
    waiting.delete(frame.id)
  })
  return {
    request(method, params) {
      const id = ++ids
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          if (error === undefined) resolve(result)
          else reject(new Error(`${method}: ${error.message} ${String(error.data ?? '')}`))
        })
      })
    },
    onNotice(next) {
      listener = next
    },
    close: () => socket.close(),
  }
}
