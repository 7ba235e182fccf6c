/**
 * JSON-RPC 2.0 over text: parse, find the method, answer. Ids come back as they came. An array of
 * requests gives an array of replies without the notifications.
 *
 * @module
 */

import { BATCH_MAX } from '../limits.ts'
import type { NodeContext } from '../node-context.ts'
import type { Connection } from './connection.ts'
import { internalError, invalidRequest, methodNotFound, parseError, RpcError } from './errors.ts'
import type { MethodTable } from './method-table.ts'

type Id = string | number | null

interface Request {
  readonly id: Id | undefined
  readonly method: string
  readonly params: readonly unknown[]
}

export class Dispatcher {
  readonly #node: NodeContext
  readonly #methods: MethodTable
  readonly #onBug: (error: unknown) => void

  constructor(node: NodeContext, methods: MethodTable, onBug: (error: unknown) => void) {
    this.#node = node
    this.#methods = methods
    this.#onBug = onBug
  }

  /**
   * Answers one frame. `write` is called once with the reply, or not at all when the frame held
   * notifications only.
   */
  async handle(
    text: string,
    connection: Connection,
    write: (reply: string) => void,
  ): Promise<void> {
    let message: unknown
    try {
      message = JSON.parse(text)
    } catch {
      return write(failure(null, parseError()))
    }
    const opened: string[] = []
    if (Array.isArray(message)) {
      if (message.length === 0 || message.length > BATCH_MAX) {
        return write(failure(null, invalidRequest()))
      }
      const replies: string[] = []
      for (const entry of message) {
        const reply = await this.#one(entry, connection, opened)
        if (reply !== undefined) replies.push(reply)
      }
      if (replies.length > 0) write(`[${replies.join(',')}]`)
    } else {
      const reply = await this.#one(message, connection, opened)
      if (reply !== undefined) write(reply)
    }
    for (const id of opened) connection.release(id)
  }

  async #one(
    message: unknown,
    connection: Connection,
    opened: string[],
  ): Promise<string | undefined> {
    const request = toRequest(message)
    if (request === undefined) return failure(idOf(message) ?? null, invalidRequest())
    try {
      const method = Object.hasOwn(this.#methods, request.method)
        ? this.#methods[request.method]
        : undefined
      if (method === undefined) throw methodNotFound()
      const result = await method.run({ node: this.#node, connection }, request.params)
      if (connection.isHeld(result)) opened.push(result)
      return request.id === undefined ? undefined : success(request.id, result)
    } catch (error) {
      if (!(error instanceof RpcError)) this.#onBug(error)
      const told = error instanceof RpcError ? error : internalError()
      return request.id === undefined ? undefined : failure(request.id, told)
    }
  }
}

function success(id: Id, result: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', id, result: result === undefined ? null : result })
}

function failure(id: Id, error: RpcError): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error })
}

function idOf(message: unknown): Id | undefined {
  if (typeof message !== 'object' || message === null || !('id' in message)) return undefined
  const { id } = message
  return typeof id === 'string' || typeof id === 'number' || id === null ? id : undefined
}

function toRequest(message: unknown): Request | undefined {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined
  const { method, params } = message as { method?: unknown; params?: unknown }
  if (typeof method !== 'string') return undefined
  if (params !== undefined && params !== null && !Array.isArray(params)) return undefined
  return { id: idOf(message), method, params: (params as unknown[] | null | undefined) ?? [] }
}
