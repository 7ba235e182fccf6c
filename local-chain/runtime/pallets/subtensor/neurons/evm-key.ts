/**
 * A neuron names an EVM address, with a signature of that address's key.
 *
 * Source: ../shared/spec/subnets.md section 9 (subtensor `utils/evm.rs`).
 *
 * @module
 */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { type AccountId, ZERO_ACCOUNT } from '../../../../../src/primitives/account-id.ts'
import { bytesToHex, hexToBytes } from '../../../../../src/primitives/hex.ts'
import { ensure } from '../../../../frame/dispatch-error.ts'
import { u64 } from '../../../../frame/types/primitives.ts'
import { encode } from '../../../../frame/types/type.ts'
import type { Ctx } from '../../../context.ts'
import { errors } from '../errors.ts'
import { events } from '../events.ts'

export interface EvmAssociation {
  readonly netuid: number
  readonly hotkey: AccountId
  /** 20 bytes, hex. */
  readonly evmKey: string
  /** Goes into what is signed; any number will do. */
  readonly blockNumber: bigint
  /** 65 bytes: r, s, and the recovery id, also with 27 added. */
  readonly signature: Uint8Array
}

/**
 * The guard has seen before that the hotkey is registered and may change its address.
 *
 * @throws HotKeyNotRegisteredInSubNet
 * @throws NonAssociatedColdKey       nobody owns the hotkey
 * @throws InvalidIdentity            no key made this signature
 * @throws InvalidRecoveredPublicKey  another address signed
 */
export function associateEvmKey(ctx: Ctx, association: EvmAssociation): void {
  const { netuid, hotkey, evmKey } = association
  const { associatedEvmAddress, owner, uids } = ctx.storage.subtensor
  const uid = uids.get(netuid, hotkey)
  if (uid === undefined) throw errors.HotKeyNotRegisteredInSubNet
  ensure(owner.get(hotkey) !== ZERO_ACCOUNT, errors.NonAssociatedColdKey)
  const signer = signerOf(association)
  ensure(signer !== undefined, errors.InvalidIdentity)
  ensure(signer === evmKey, errors.InvalidRecoveredPublicKey)
  const blockAssociated = BigInt(ctx.blockNumber)
  associatedEvmAddress.set(netuid, uid, [evmKey, blockAssociated])
  ctx.emit(events.EvmKeyAssociated, { netuid, hotkey, evmKey, blockAssociated })
}

/** What the key of an EVM address signs: the hotkey and a hashed block number, as wallets show it. */
export function evmMessageHash(hotkey: AccountId, blockNumber: bigint): Uint8Array {
  const message = [...hexToBytes(hotkey), ...keccak_256(encode(u64, blockNumber))]
  const head = new TextEncoder().encode(`\x19Ethereum Signed Message:\n${message.length}`)
  return keccak_256(Uint8Array.from([...head, ...message]))
}

/** Address, hex; undefined where no key can have made the signature. */
function signerOf({ hotkey, blockNumber, signature }: EvmAssociation): string | undefined {
  const recovery = signature[64] as number
  try {
    const key = secp256k1.Signature.fromBytes(signature.subarray(0, 64), 'compact')
      .addRecoveryBit(recovery >= 27 ? recovery - 27 : recovery)
      .recoverPublicKey(evmMessageHash(hotkey, blockNumber))
    return evmAddress(key.toBytes(false))
  } catch {
    return undefined
  }
}

/** Address of an uncompressed key of 65 bytes. */
export function evmAddress(key: Uint8Array): string {
  return bytesToHex(keccak_256(key.subarray(1)).subarray(12))
}
