/**
 * Keeps for clients of spec 393 the one item that they cannot do without: `AlphaSqrtPrice`, the square
 * root of every subnet's price.
 *
 * It is no part of spec 425, so the node writes it only where the option is on, and never in a replay.
 *
 * Source: ../shared/spec/runtime-api.md section 0.
 *
 * @module
 */
import { type Bound, bindStorage } from '../../../frame/storage/bind.ts'
import type { State } from '../../../frame/storage/state.ts'
import type { Ctx } from '../../context.ts'
import { ROOT_NETUID } from '../subtensor/subnets/lookup.ts'
import { currentAlphaPrice } from './pool.ts'
import { clientCompatStorage } from './storage-client-compat.ts'

interface Kept {
  readonly storage: Bound<typeof clientCompatStorage>
  /** Price and root written last, by netuid. Roots are dear, and most prices stay as they are. */
  readonly roots: Map<number, { readonly price: bigint; readonly root: bigint }>
}

const keptByState = new WeakMap<State, Kept>()

/** Bound on first use: the items are not in the storage that pallets see. */
function keptFor(state: State): Kept {
  let kept = keptByState.get(state)
  if (kept === undefined) {
    const storage = bindStorage(state, 'Swap', clientCompatStorage)
    kept = { storage, roots: new Map() }
    // What an earlier process wrote for subnets that are gone by now goes too.
    for (const netuid of storage.alphaSqrtPrice.keys()) kept.roots.set(netuid, NEVER)
    keptByState.set(state, kept)
  }
  return kept
}

const NEVER = { price: -1n, root: -1n }

/**
 * Writes what changed: the root of the price of every subnet but root, none for subnets that are gone.
 * Called at the end of a block, after every pallet's `onFinalize`, outside of any storage transaction.
 */
export function writeClientCompat(ctx: Ctx): void {
  const { roots, storage } = keptFor(ctx.state)
  const gone = new Set(roots.keys())
  for (const [netuid, exists] of ctx.storage.subtensor.networksAdded.entries()) {
    if (!exists || netuid === ROOT_NETUID) continue
    gone.delete(netuid)
    const price = currentAlphaPrice(ctx, netuid)
    let known = roots.get(netuid)
    if (known?.price !== price) {
      const near = known !== undefined && known.root > 0n ? known.root : undefined
      known = { price, root: sqrtU64F64(price, near) }
      roots.set(netuid, known)
    }
    // The stored value is compared, not the remembered one: a jump back changes it under us.
    if (storage.alphaSqrtPrice.get(netuid) !== known.root) {
      storage.alphaSqrtPrice.set(netuid, known.root)
    }
  }
  for (const netuid of gone) {
    storage.alphaSqrtPrice.remove(netuid)
    roots.delete(netuid)
  }
}

/**
 * The root of U64F64 bits in U64F64 bits: floor(sqrt(x)), exact.
 *
 * @param near  a root that may be close; any positive number will do
 */
export function sqrtU64F64(bits: bigint, near = HALF_OF_ALL_BITS): bigint {
  return bits === 0n ? 0n : integerSqrt(bits << 64n, near)
}

/** Greater than the root of any U64F64. */
const HALF_OF_ALL_BITS = 1n << 96n

/** floor(sqrt(n)) for positive n: Newton's step from anywhere leads above the root, and then down. */
function integerSqrt(n: bigint, near: bigint): bigint {
  let guess = (near + n / near) >> 1n
  for (;;) {
    const next = (guess + n / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}
