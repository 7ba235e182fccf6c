/**
 * What owners say about a subnet, and coldkeys about themselves. Only lengths are checked.
 *
 * Source: ../shared/spec/subnets.md section 12 (subtensor `utils/identity.rs`).
 *
 * @module
 */
import type { AccountId } from '../../../../../src/primitives/account-id.ts'
import type { TypeOf } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'
import type { chainIdentityV2, subnetIdentityV3 } from '../types.ts'

export type SubnetIdentity = TypeOf<typeof subnetIdentityV3>
export type ChainIdentity = TypeOf<typeof chainIdentityV2>

/** Bytes. */
const SUBNET_SIZES: { readonly [F in keyof SubnetIdentity]: number } = {
  subnetName: 256,
  githubRepo: 1024,
  subnetContact: 1024,
  subnetUrl: 1024,
  discord: 256,
  description: 1024,
  logoUrl: 1024,
  additional: 1024,
}
const CHAIN_SIZES: { readonly [F in keyof ChainIdentity]: number } = {
  name: 256,
  url: 256,
  githubRepo: 256,
  image: 1024,
  discord: 256,
  description: 1024,
  additional: 1024,
}

function ensureSizes<F extends string>(
  identity: { readonly [P in F]: Uint8Array },
  sizes: { readonly [P in F]: number },
): void {
  for (const field of Object.keys(sizes) as F[]) {
    if (identity[field].length > sizes[field]) throw errors.InvalidIdentity
  }
}

/** @throws InvalidIdentity  a field is too long */
export function storeSubnetIdentity(ctx: Ctx, netuid: number, identity: SubnetIdentity): void {
  ensureSizes(identity, SUBNET_SIZES)
  ctx.storage.subtensor.subnetIdentitiesV3.set(netuid, identity)
  ctx.emit(events.SubnetIdentitySet, netuid)
}

/**
 * @throws HotKeyNotRegisteredInNetwork  none of the coldkey's hotkeys is on any subnet
 * @throws InvalidIdentity  a field is too long
 */
export function storeChainIdentity(ctx: Ctx, coldkey: AccountId, identity: ChainIdentity): void {
  const { identitiesV2, isNetworkMember, ownedHotkeys } = ctx.storage.subtensor
  const isMember = (hotkey: AccountId) =>
    isNetworkMember.entriesOf(hotkey).some(([, member]) => member)
  if (!ownedHotkeys.get(coldkey).some(isMember)) throw errors.HotKeyNotRegisteredInNetwork
  ensureSizes(identity, CHAIN_SIZES)
  identitiesV2.set(coldkey, identity)
  ctx.emit(events.ChainIdentitySet, coldkey)
}
