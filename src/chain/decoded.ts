/**
 * Values of a chain as plain data, in the forms that the rest of the program uses.
 *
 * @module
 */
import {
  AbstractArray,
  AbstractInt,
  bool,
  Compact,
  Enum,
  GenericAccountId,
  Null,
  Option,
  Raw,
  Struct,
  Text,
} from '@polkadot/types'
import type { Codec } from '@polkadot/types/types'
import { accountId } from '../primitives/account-id.ts'
import { bytesToHex } from '../primitives/hex.ts'
import { ss58Encode } from '../primitives/ss58.ts'
