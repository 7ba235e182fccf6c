/**
 * Storage that metadata shows for clients of spec 393 although spec 425 dropped it. Such clients refuse
 * to work when an item that they read is missing from metadata.
 *
 * Source: ../shared/spec/runtime-api.md section 0.
 *
 * @module
 */
import type { PalletStorage } from '../../frame/storage/declare.ts'
import { clientCompatStorage as subtensor } from '../pallets/subtensor/storage/client-compat.ts'
import { clientCompatStorage as swap } from '../pallets/swap/storage-client-compat.ts'

/** By the name of the pallet in metadata. */
export const clientCompatStorage: { readonly [pallet: string]: PalletStorage } = {
  SubtensorModule: subtensor,
  Swap: swap,
}
