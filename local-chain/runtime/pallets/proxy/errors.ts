/**
 * Errors of Proxy, in wire order: the position is the index. Each text says cause and cure.
 *
 * @module
 */
import { palletErrors } from '../../../frame/pallet.ts'

export const errors = palletErrors(
  { index: 16, name: 'Proxy' },
  {
    TooMany: 'The account has as many proxies or announcements as it may. Remove one.',
    NotFound: 'There is no such proxy or announcement. Look at what the account has.',
    NotProxy: 'The signer is no proxy of the account, or not of the type asked for.',
    Unproxyable: 'The proxy may not make this call.',
    Duplicate: 'The account has this proxy already.',
    NoPermission: 'Only the pure proxy itself may be killed, with the values of its creation.',
    Unannounced:
      'The proxy has a delay and the call was not announced, or not long enough ago. Announce it, then wait.',
    NoSelfProxy: 'An account cannot be its own proxy. Name another.',
    AnnouncementDepositInvariantViolated: 'The deposit for announcements does not add up.',
    InvalidDerivedAccountId: 'The account of the pure proxy could not be computed.',
  },
)
