/**
 * What a genesis is made from, and the local network's own choice.
 *
 * Source: ../shared/spec/hyperparameters.md section 7, runtime-api.md section 6.1.
 *
 * @module
 */
import type { AccountId } from '../../../src/primitives/account-id.ts'
import type { ProfileName } from '../../frame/profile.ts'
import { devAccounts, MODEST_RAO, RICH_RAO } from './dev-accounts.ts'

/** Which rules of emission a chain follows. */
export type EconomicsName = 'dtao'

export interface FundedAccount {
  readonly account: AccountId
  /** Free balance in rao. */
  readonly free: bigint
}

export interface GenesisSpec {
  readonly profile: ProfileName
  readonly economics: EconomicsName
  /** An account named twice has the last amount. */
  readonly accounts: readonly FundedAccount[]
  /** Without one nobody is root. */
  readonly sudo: AccountId | undefined
  /** sr25519 keys that author blocks in turn: slot mod count. */
  readonly authorities: readonly AccountId[]
  readonly evmChainId: bigint
  /**
   * SubtensorModule's own issuance counter. The local network starts it at 0, whatever the balances
   * are, so that the first halving counts minted TAO only.
   */
  readonly subtensorIssuance: bigint
  /** Blocks between the registration of a subnet and its start; undefined is the default, 0. */
  readonly startCallDelay: bigint | undefined
  /** Blocks between two registrations of subnets; undefined is the profile's default. */
  readonly networkRateLimit: bigint | undefined
}

/** What the public local network starts with. */
export function localnetSpec(overrides: Partial<GenesisSpec> = {}): GenesisSpec {
  const { Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two, Three, AlithEvm, BaltatharEvm } =
    devAccounts
  return {
    profile: 'mainnet',
    economics: 'dtao',
    accounts: [
      ...[Alice, Bob, Charlie].map((account) => ({ account, free: RICH_RAO })),
      ...[Dave, Eve, Ferdie, One, Two, Three, AlithEvm, BaltatharEvm].map((account) => ({
        account,
        free: MODEST_RAO,
      })),
    ],
    sudo: Alice,
    authorities: [One],
    evmChainId: 42n,
    subtensorIssuance: 0n,
    startCallDelay: undefined,
    networkRateLimit: undefined,
    ...overrides,
  }
}
