/**
 * One client, on whichever transport: its subscriptions and its way out.
 *
 * The reply that names a subscription leaves before its first notification: a new subscription holds
 * what it pushes until the transport has written the reply and calls `release`.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { SUBSCRIPTIONS_MAX } from '../limits.ts'
import { RpcError } from './errors.ts'

/** Stops a subscription's source. */
export type Stop = () => void

interface Subscription {
  readonly family: string
  readonly stop: Stop
  /** What was pushed before the reply was written; undefined once it is out. */
  held: string[] | undefined
  /** Nothing will follow what is held. */
  complete: boolean
}

export class Connection {
  readonly #send: ((message: string) => void) | undefined
  readonly #subscriptions = new Map<string, Subscription>()
  #closed = false
  /** State that a method family keeps for this client. */
  readonly families = new Map<string, unknown>()

  /** Without `send` the transport has no way to push, as plain HTTP. */
  constructor(send?: (message: string) => void) {
    this.#send = send
  }

  /** Lets a subscription go: its reply is written. */
  release(id: string): void {
    const subscription = this.#subscriptions.get(id)
    const held = subscription?.held ?? []
    if (subscription !== undefined) subscription.held = undefined
    for (const message of held) this.#push(message)
    if (subscription?.complete) this.#subscriptions.delete(id)
  }

  /** Ends a subscription that has pushed all there is; what is held still goes out. */
  complete(id: string): void {
    const subscription = this.#subscriptions.get(id)
    if (subscription === undefined) return
    subscription.complete = true
    if (subscription.held === undefined) this.#subscriptions.delete(id)
  }

  /** Whether `id` is a subscription that waits for `release`. */
  isHeld(id: unknown): id is string {
    return typeof id === 'string' && this.#subscriptions.get(id)?.held !== undefined
  }

  #push(message: string): void {
    if (!this.#closed) this.#send?.(message)
  }

  /**
   * Opens a subscription.
   *
   * @param family  only unsubscribe methods of this family end it
   * @param start   begins pushing; what it returns stops it
   * @returns the subscription id
   * @throws RpcError  the transport cannot push, or there are too many subscriptions
   */
  subscribe(family: string, notification: string, start: (push: Push, id: string) => Stop): string {
    if (this.#send === undefined) {
      throw new RpcError(-32601, 'Subscriptions are not available on this transport')
    }
    if (this.#subscriptions.size >= SUBSCRIPTIONS_MAX) {
      throw new RpcError(-32604, `Too many subscriptions on the connection: ${SUBSCRIPTIONS_MAX}`)
    }
    const id = subscriptionId()
    const push: Push = (result) => {
      const subscription = this.#subscriptions.get(id)
      if (subscription === undefined) return
      const params = { subscription: id, result }
      const message = JSON.stringify({ jsonrpc: '2.0', method: notification, params })
      if (subscription.held !== undefined) subscription.held.push(message)
      else this.#push(message)
    }
    // Registered before it starts, so that what starting pushes is not dropped.
    let stop: Stop | undefined
    this.#subscriptions.set(id, { family, stop: () => stop?.(), held: [], complete: false })
    try {
      stop = start(push, id)
    } catch (refusal) {
      this.#subscriptions.delete(id)
      throw refusal
    }
    return id
  }

  /** Ends a subscription of the family; false when there is none of that id. */
  unsubscribe(family: string, id: string): boolean {
    const subscription = this.#subscriptions.get(id)
    if (subscription?.family !== family) return false
    this.#subscriptions.delete(id)
    subscription.stop()
    return true
  }

  close(): void {
    this.#closed = true
    for (const { stop } of this.#subscriptions.values()) stop()
    this.#subscriptions.clear()
  }
}

export type Push = (result: unknown) => void

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 16 letters and digits, as substrate's. */
export function subscriptionId(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
