/**
 * JSON-RPC errors with the codes and texts that substrate gives. Clients match on them.
 *
 * Source: `../shared/spec/node-rpc.md` 4.
 *
 * @module
 */
export class RpcError extends Error {
  override name = 'RpcError'
  readonly code: number
  readonly data: string | undefined

  constructor(code: number, message: string, data?: string) {
    super(message)
    this.code = code
    this.data = data
  }

  toJSON(): { code: number; message: string; data?: string } {
    const { code, message, data } = this
    return data === undefined ? { code, message } : { code, message, data }
  }
}

export const parseError = () => new RpcError(-32700, 'Parse error')
export const invalidRequest = () => new RpcError(-32600, 'Invalid request')
export const methodNotFound = () => new RpcError(-32601, 'Method not found')
export const invalidParams = (detail: string) => new RpcError(-32602, 'Invalid params', detail)
export const internalError = () => new RpcError(-32603, 'Internal error')

export const unknownBlock = (hash: string) =>
  new RpcError(4003, `Client error: UnknownBlock: Header was not found in the database: 0x${hash}`)
export const discardedState = (hash: string) =>
  new RpcError(
    4003,
    `Client error: Api called for an unknown Block: State already discarded for 0x${hash}`,
  )
export const executionFailed = (why: string) =>
  new RpcError(4003, `Client error: Execution failed: ${why}`)
export const countExceeded = (count: number, max: number) =>
  new RpcError(4002, `count exceeds maximum value. value: ${count}, max: ${max}`)
export const badFormat = (why: string) => new RpcError(1001, `Extrinsic has invalid format: ${why}`)
