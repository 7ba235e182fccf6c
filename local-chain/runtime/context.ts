/**
 * The context that this runtime's code works with.
 *
 * @module
 */
import type { Context } from '../frame/context.ts'
import type { BoundRuntime } from '../frame/runtime.ts'
import type { runtimeStorage } from './storage.ts'

export type Storage = BoundRuntime<typeof runtimeStorage>

/** Storage, events and block facts; see `frame/context.ts`. */
export type Ctx = Context<Storage>
