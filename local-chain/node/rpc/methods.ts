/**
 * All methods of the node. `rpc_methods` lists exactly these: polkadot.js removes what is not listed,
 * and the Python client checks the list before it uses a method.
 *
 * @module
 */
import { archiveMethods } from './archive.ts'
import { authorMethods } from './author.ts'
import { chainMethods } from './chain.ts'
import { chainHeadMethods } from './chain-head.ts'
import { chainSpecMethods } from './chain-spec.ts'
import { devMethods, engineMethods } from './engine.ts'
import { type MethodTable, method } from './method-table.ts'
import { paymentMethods } from './payment.ts'
import { stateMethods } from './state.ts'
import { systemMethods } from './system.ts'

/** @param dev  whether `engine_*` and `dev_*` are there: who may call them rules the chain's time */
export function allMethods({ dev }: { dev: boolean }): MethodTable {
  const table: MethodTable = {
    ...archiveMethods,
    ...authorMethods,
    ...chainMethods,
    ...chainHeadMethods,
    ...chainSpecMethods,
    ...paymentMethods,
    ...stateMethods,
    ...systemMethods,
    ...(dev ? { ...engineMethods, ...devMethods } : {}),
  }
  const names = [...Object.keys(table), 'rpc_methods'].sort()
  return { ...table, rpc_methods: method([], () => ({ version: 1, methods: names })) }
}
