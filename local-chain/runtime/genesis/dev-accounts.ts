/**
 * The development accounts that every local network funds: sr25519 keys of the well-known paths of
 * the Substrate development phrase, and two addresses of EVM wallets.
 *
 * Source: ../shared/spec/hyperparameters.md section 7, runtime-api.md 6.1.
 *
 * @module
 */
import { accountId } from '../../../src/primitives/account-id.ts'

export const devAccounts = {
  Alice: accountId('d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d'),
  Bob: accountId('8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'),
  Charlie: accountId('90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22'),
  Dave: accountId('306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20'),
  Eve: accountId('e659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e'),
  Ferdie: accountId('1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c'),
  One: accountId('ac859f8a216eeb1b320b4c76d118da3d7407fa523484d0a980126d3b4d0d220a'),
  Two: accountId('1254f7017f0b8347ce7ab14f96d818802e7e9e0c0d1b7c9acb3c726b080e7a03'),
  Three: accountId('9026941b7aa2328a8c5ea4e25bb747a2bf92a066fae0cc3722faf58cf44d3502'),
  /** Path `//Alice_hk`: owner hotkey of the root network in fast builds. */
  AliceHotkey: accountId('506c5a28f51e841b4df26ace64a23d69057fefda24bc9a53cb74197f901e7128'),
  /** 5Fghzk1AJt88PeFEzuRfXzbPchiBbsVGTTXcdx599VdZzkTA */
  AlithEvm: accountId('a02a00e549cb104f710d3fe6f2f83e91524d2a40c4ed831658a120883077f9a9'),
  /** 5GeqNhKWj1KG78VHzbmo3ZjZgUTrCuWeamdgiA114XHGdaEr */
  BaltatharEvm: accountId('caf8959d3c25429e5797758aa16e326839c744a374c3157fdad86e65458f6c59'),
} as const

/** Account of the keys that open an account: //Alice and so on have this much. */
export const RICH_RAO = 1_000_000_000_000_000n
export const MODEST_RAO = 2_000_000_000_000n
