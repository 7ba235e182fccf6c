/**
 * Types that the preimage pallet owns.
 *
 * @module
 */
import { named, newtype, option, tuple } from '../../../frame/types/combinators.ts'
import { accountId } from '../../../frame/types/common.ts'
import { enumeration } from '../../../frame/types/enumeration.ts'
import { u32, u64 } from '../../../frame/types/primitives.ts'
import type { TypeOf } from '../../../frame/types/type.ts'

/** Status as older runtimes kept it. Nothing writes it any more. */
export const oldRequestStatus = enumeration(
  'pallet_preimage::OldRequestStatus',
  {
    Unrequested: { deposit: named('(AccountId, Balance)', tuple(accountId, u64)), len: u32 },
    Requested: {
      deposit: named('Option<(AccountId, Balance)>', option(tuple(accountId, u64))),
      count: u32,
      len: option(u32),
    },
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'Balance', type: u64 },
    ],
  },
)

/** Rao held for a preimage. */
const holdConsideration = newtype(
  'frame_support::traits::tokens::fungible::HoldConsideration',
  u64,
  {
    params: [{ name: 'A' }, { name: 'F' }, { name: 'R' }, { name: 'D' }, { name: 'Fp' }],
    innerName: 'F::Balance',
  },
)
const ticket = tuple(accountId, holdConsideration)

export const requestStatus = enumeration(
  'pallet_preimage::RequestStatus',
  {
    Unrequested: { ticket: named('(AccountId, Ticket)', ticket), len: u32 },
    Requested: {
      maybeTicket: named('Option<(AccountId, Ticket)>', option(ticket)),
      count: u32,
      maybeLen: option(u32),
    },
  },
  {
    params: [
      { name: 'AccountId', type: accountId },
      { name: 'Ticket', type: holdConsideration },
    ],
  },
)
/** Who paid for a preimage, and what is held for it. */
export type Ticket = TypeOf<typeof ticket>
export type RequestStatus = TypeOf<typeof requestStatus>
