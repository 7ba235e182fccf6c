/**
 * WebSocket and HTTP on one port, on loopback unless told otherwise.
 *
 * @module
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import {
  CONNECTIONS_MAX,
  PAYLOAD_BYTES_MAX,
  PING_INTERVAL_MS,
  SEND_QUEUE_BYTES_MAX,
} from '../limits.ts'
import { Connection } from './connection.ts'
import type { Dispatcher } from './dispatcher.ts'

export interface RpcServer {
  /** `ws://127.0.0.1:9944` */
  readonly url: string
  readonly port: number
  /** Closes every socket and frees the port. Calling it again does nothing. */
  close(): Promise<void>
}

/** The port is taken, or the address cannot be bound. */
export class ListenError extends Error {
  override name = 'ListenError'
  readonly code: string
  readonly port: number
  readonly host: string

  constructor(cause: NodeJS.ErrnoException, where: { port: number; host: string }) {
    super(`cannot listen on ${where.host}:${where.port}: ${cause.code ?? cause.message}`, { cause })
    this.code = cause.code ?? 'UNKNOWN'
    this.port = where.port
    this.host = where.host
  }
}

/** @throws ListenError  the port is in use */
export async function startRpcServer(
  dispatcher: Dispatcher,
  options: { host: string; port: number },
): Promise<RpcServer> {
  const { host, port } = options
  const http = createServer((request, response) => {
    void answerHttp(dispatcher, request, response)
  })
  const sockets = new WebSocketServer({ server: http, maxPayload: PAYLOAD_BYTES_MAX })
  sockets.on('connection', (socket) => serve(dispatcher, socket, sockets.clients.size))
  // Errors of the underlying server are reported by `listen`.
  sockets.on('error', () => {})
  await listen(http, { host, port })
  const pinger = setInterval(() => {
    for (const socket of sockets.clients) socket.ping()
  }, PING_INTERVAL_MS)
  pinger.unref()

  let closing: Promise<void> | undefined
  const bound = (http.address() as AddressInfo).port
  return {
    url: `ws://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close() {
      closing ??= (async () => {
        clearInterval(pinger)
        for (const socket of sockets.clients) socket.terminate()
        sockets.close()
        http.closeAllConnections()
        await new Promise<void>((done) => http.close(() => done()))
      })()
      return closing
    },
  }
}

function listen(http: Server, where: { host: string; port: number }): Promise<void> {
  return new Promise((done, fail) => {
    http.once('error', (error) => fail(new ListenError(error, where)))
    http.listen(where.port, where.host, () => done())
  })
}

function serve(dispatcher: Dispatcher, socket: WebSocket, count: number): void {
  if (count > CONNECTIONS_MAX) {
    socket.close(1013, 'too many connections')
    return
  }
  const send = (message: string) => {
    if (socket.readyState !== socket.OPEN) return
    // A client that does not read would make the queue grow without end.
    if (socket.bufferedAmount > SEND_QUEUE_BYTES_MAX) socket.terminate()
    else socket.send(message)
  }
  const connection = new Connection(send)
  socket.on('message', (data) => {
    void dispatcher.handle(textOf(data), connection, send)
  })
  socket.on('close', () => connection.close())
  // A broken frame closes this socket and nothing else.
  socket.on('error', () => socket.terminate())
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString('utf8') : data.toString()
}

async function answerHttp(
  dispatcher: Dispatcher,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const finish = (status: number, body: string) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body)
  }
  if (request.method !== 'POST') return finish(405, '{"error":"send JSON-RPC with POST"}\n')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length
      if (size > PAYLOAD_BYTES_MAX) return finish(413, '{"error":"request too large"}\n')
      chunks.push(chunk as Buffer)
    }
  } catch {
    // The client went away in the middle of its request.
    response.destroy()
    return
  }
  const connection = new Connection()
  let reply = ''
  await dispatcher.handle(Buffer.concat(chunks).toString('utf8'), connection, (text) => {
    reply = text
  })
  connection.close()
  finish(200, reply)
}
