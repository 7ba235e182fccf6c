/**
 * The transaction extensions of a signed extrinsic: what they check, in the order in which the chain
 * runs them.
 *
 * Source: `../shared/spec/node-rpc.md` 8.2 and 8.3; weights.md 3.
 *
 * @module
 */
import type { AccountId } from '../../../../src/primitives/account-id.ts'
import { blake2b256 } from '../../../../src/primitives/hash.ts'
import { bytesToHex } from '../../../../src/primitives/hex.ts'
import type { RuntimeCallValue } from '../../../frame/call-table.ts'
import { DispatchFailure } from '../../../frame/dispatch-error.ts'
import { signed as signedOrigin } from '../../../frame/origin.ts'
import type { DispatchInfo } from '../../../frame/pallet.ts'
import { ScaleWriter } from '../../../frame/scale/writer.ts'
import { tuple } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import type { Era } from '../../../frame/types/era.ts'
import { u32 } from '../../../frame/types/primitives.ts'
import { encode } from '../../../frame/types/type.ts'
import type { Ctx } from '../../context.ts'
import { isForKnownKey, keyHashOf } from '../../pallets/mev-shield/ciphertext.ts'
import { MORTALITY_MAX } from '../../pallets/mev-shield/constants.ts'
import { poolCode, runGuards } from '../../pallets/subtensor/guards/index.ts'
import { RUNTIME_VERSION } from '../../version.ts'
import type { Extra, SignedPart } from './codec.ts'
import { birthBlock, deathBlock } from './era.ts'
import { feePayer } from './fee-payer.ts'
import { computeFee } from './fees.ts'
import { ensureCanPay } from './payment.ts'
import { isSignedBy } from './signature.ts'
import { invalid, invalidCustom, type ValidTransaction } from './validity.ts'
import { checkExtrinsicSize } from './weight-meter.ts'

/** A signed extrinsic whose signature was verified. */
export interface CheckedTransaction {
  readonly who: AccountId
  readonly call: RuntimeCallValue
  readonly extra: Extra
  readonly info: Required<DispatchInfo>
  /** Bytes of the extrinsic, its length in front included. */
  readonly length: number
}

const FAILED_SHIELDED_TX_PARSING = 23
const INVALID_SHIELDED_TX_PUB_KEY_HASH = 24
const PRIORITY = 1n
const PRIORITY_OPERATIONAL = 10_000_000_000n
const ZERO_ACCOUNT = '0'.repeat(64)
/** Payloads longer than this are signed by their hash. */
const PAYLOAD_MAX = 256
const NO_METADATA_HASH = 0

/** Signatures found good, by what was signed: the pool asks first, the block again. */
const VERIFIED_MAX = 8_192
const verified = new Set<string>()

/**
 * Verifies the signature. An extrinsic is signed for one chain, one version of the runtime and the
 * block at which its life begins.
 *
 * @throws AncientBirthBlock  that block is forgotten or not there yet
 * @throws BadProof           nobody with this address signed this
 * @returns the signer
 */
export function verifySignature(ctx: Ctx, part: SignedPart): AccountId {
  const { blockHash } = ctx.storage.system
  const { address, extra, signature } = part
  if (address.type !== 'Id') throw invalid('BadSigner')
  const birth = birthBlock(extra.era, ctx.blockNumber)
  if (!blockHash.exists(birth)) throw invalid('AncientBirthBlock')
  // The digest of the metadata that hardware wallets sign with is not known here.
  if (extra.mode.mode === 'Enabled') throw invalid('BadProof')
  const payload = signedPayload(part.payloadHead, blockHash.get(0), blockHash.get(birth))
  const id = `${address.value}${bytesToHex(signature.value)}${bytesToHex(payload)}`
  if (verified.has(id)) return address.value
  if (!isSignedBy(address.value, signature, payload)) throw invalid('BadProof')
  if (verified.size >= VERIFIED_MAX) verified.clear()
  verified.add(id)
  return address.value
}

function signedPayload(head: Uint8Array, genesisHash: string, birthHash: string): Uint8Array {
  const w = new ScaleWriter(head.length + 80)
  w.raw(head)
  w.u32(RUNTIME_VERSION.specVersion)
  w.u32(RUNTIME_VERSION.transactionVersion)
  w.hex(genesisHash)
  w.hex(birthHash)
  w.u8(NO_METADATA_HASH)
  const payload = w.finish()
  return payload.length > PAYLOAD_MAX ? blake2b256(payload) : payload
}

/** Runs every check of a signed extrinsic that only reads. @throws ValidityFailure */
export function validateSigned(ctx: Ctx, transaction: CheckedTransaction): ValidTransaction {
  const { who, call, extra, info, length } = transaction
  if (who === ZERO_ACCOUNT) throw invalid('BadSigner')
  checkShielded(call, extra.era)
  const fee = computeFee(info, length, extra.tip)
  const tags = checkNonce(ctx, who, extra.nonce, info.paysFee === 'Yes')
  checkExtrinsicSize(ctx, info, length)
  ensureCanPay(ctx, feePayer(ctx, who, call), call, fee)
  checkSudo(ctx, who, call)
  checkGuards(ctx, who, call)
  return {
    priority: info.class === 'Operational' ? PRIORITY_OPERATIONAL : PRIORITY,
    ...tags,
    longevity: longevity(ctx, extra),
    propagate: true,
  }
}

/**
 * A shielded extrinsic has the form of one, and dies soon: what it hides makes sense only now.
 *
 * @throws Stale                    it is immortal or lives too long
 * @throws FailedShieldedTxParsing
 */
function checkShielded(call: RuntimeCallValue, era: Era): void {
  const ciphertext = shieldedCiphertext(call)
  if (ciphertext === undefined) return
  if (era === undefined || era.period > MORTALITY_MAX) throw invalid('Stale')
  if (keyHashOf(ciphertext) === undefined) throw invalidCustom(FAILED_SHIELDED_TX_PARSING)
}

/**
 * What only a block checks of a shielded extrinsic, because keys move with every block: that its author can
 * decrypt it.
 *
 * @throws InvalidShieldedTxPubKeyHash
 */
export function checkShieldKey(ctx: Ctx, call: RuntimeCallValue): void {
  const ciphertext = shieldedCiphertext(call)
  const keyHash = ciphertext === undefined ? undefined : keyHashOf(ciphertext)
  if (keyHash === undefined || isForKnownKey(ctx, keyHash)) return
  throw invalidCustom(INVALID_SHIELDED_TX_PUB_KEY_HASH)
}

function shieldedCiphertext(call: RuntimeCallValue): Uint8Array | undefined {
  if (call.pallet !== 'MevShield' || call.name !== 'submit_encrypted') return undefined
  return call.args['ciphertext'] as Uint8Array
}

function longevity(ctx: Ctx, { era }: Extra): bigint {
  const now = BigInt(ctx.blockNumber)
  const death = deathBlock(era, ctx.blockNumber)
  return death > now ? death - now : 0n
}

const nonceTag = tuple(accountId, u32)

/**
 * CheckNonce, as the pool sees it: a later nonce waits for the one before. An account that does not
 * exist may send what is free: hotkeys have no funds.
 */
function checkNonce(
  ctx: Ctx,
  who: AccountId,
  nonce: number,
  pays: boolean,
): Pick<ValidTransaction, 'provides' | 'requires'> {
  const account = ctx.storage.system.account.get(who)
  const exists = account.providers > 0 || account.sufficients > 0
  if (pays && !exists) throw invalid('Payment')
  if (nonce < account.nonce) throw invalid('Stale')
  return {
    provides: [encode(nonceTag, [who, nonce])],
    requires: nonce > account.nonce ? [encode(nonceTag, [who, nonce - 1])] : [],
  }
}

/** SudoTransactionExtension: only the sudo key sends calls of Sudo. */
function checkSudo(ctx: Ctx, who: AccountId, call: RuntimeCallValue): void {
  if (call.pallet === 'Sudo' && ctx.storage.sudo.key.get() !== who) throw invalid('BadSigner')
}

/** SubtensorTransactionExtension: what a guard will refuse does not enter the pool. */
function checkGuards(ctx: Ctx, who: AccountId, call: RuntimeCallValue): void {
  try {
    runGuards(ctx, signedOrigin(who), call)
  } catch (error) {
    if (error instanceof DispatchFailure) throw invalidCustom(poolCode(error))
    throw error
  }
}
