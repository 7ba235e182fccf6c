/**
 * The local network's genesis inside a block that never ends: calls are dispatched by name, with filter
 * and guards, and their results looked at.
 *
 * @module
 */
import type { RuntimeCallValue } from '../../local-chain/frame/call-table.ts'
import { type Origin, signed } from '../../local-chain/frame/origin.ts'
import { callName, type RuntimeContext } from '../../local-chain/frame/runtime.ts'
import type { Storage } from '../../local-chain/runtime/context.ts'
import type { GenesisSpec } from '../../local-chain/runtime/genesis/spec.ts'
import { pallets } from '../../local-chain/runtime/pallets.ts'
import type { AccountId } from '../../src/primitives/account-id.ts'
import { BlockChain } from './block-chain.ts'

/** A call of the runtime, `Pallet.call` in the chain's spelling. */
export function runtimeCallOf(label: string, args: Record<string, unknown>): RuntimeCallValue {
  const [palletName, name = ''] = label.split('.')
  const pallet = pallets.find((candidate) => candidate.name === palletName)
  const found = Object.entries(pallet?.calls ?? {}).find(([key, it]) => callName(key, it) === name)
  if (pallet === undefined || found === undefined) throw new Error(`no call ${label}`)
  return { palletIndex: pallet.index, pallet: pallet.name, name, call: found[1], args }
}

export class CallChain {
  readonly ctx: RuntimeContext<Storage>
  readonly #blocks: BlockChain

  constructor(spec: Partial<GenesisSpec> = {}) {
    this.#blocks = new BlockChain(spec)
    this.#blocks.begin()
    this.ctx = this.#blocks.runtime.ctx
    this.ctx.events.reset()
  }

  /** The events of the last call are all that `events` holds. @returns 'ok' or the error's name */
  apply(origin: Origin | AccountId, label: string, args: Record<string, unknown>): string {
    this.ctx.events.reset()
    const from = typeof origin === 'string' ? signed(origin) : origin
    const outcome = this.#blocks.runtime.applyCall(from, runtimeCallOf(label, args))
    return outcome.ok ? 'ok' : outcome.failure.message
  }

  /** As `apply`; throws unless the call succeeds. */
  must(origin: Origin | AccountId, label: string, args: Record<string, unknown>): void {
    const result = this.apply(origin, label, args)
    if (result !== 'ok') throw new Error(`${label}: ${result}`)
  }

  get events(): string[] {
    return this.ctx.events.records.map((record) => `${record.pallet}.${record.name}`)
  }

  free(who: AccountId): bigint {
    return this.ctx.storage.system.account.get(who).data.free
  }
}
