/**
 * How methods are declared: parameters, handler, names. `rpc_methods` is derived from the table.
 *
 * @module
 */
import type { NodeContext } from '../node-context.ts'
import type { Connection } from './connection.ts'
import { type Param, parseParams } from './params.ts'

export interface RpcCall {
  readonly node: NodeContext
  readonly connection: Connection
}

export interface Method {
  run(call: RpcCall, params: readonly unknown[]): unknown
}

export interface MethodTable {
  readonly [name: string]: Method
}

/** A method with parsed positional parameters. */
export function method<const P extends readonly Param<unknown>[]>(
  parsers: P,
  handler: (
    call: RpcCall,
    ...args: { [K in keyof P]: P[K] extends Param<infer T> ? T : never }
  ) => unknown,
): Method {
  return {
    run: (call, params) => handler(call, ...parseParams(parsers, params)),
  }
}

/** The same methods under other names too. */
export function withAliases(
  table: MethodTable,
  aliases: { readonly [alias: string]: string },
): MethodTable {
  const all: Record<string, Method> = { ...table }
  for (const [alias, name] of Object.entries(aliases)) {
    const target = table[name]
    if (target === undefined) throw new Error(`${alias} names ${name}, which is not a method`)
    all[alias] = target
  }
  return all
}
