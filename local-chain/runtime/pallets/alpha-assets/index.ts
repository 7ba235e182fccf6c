/**
 * AlphaAssets: totals of subnet alpha. It has storage only; other pallets count through `ledger.ts`.
 *
 * Source: ../shared/spec/swap.md section 12.
 *
 * @module
 */
import { pallet } from '../../../frame/pallet.ts'
import { storage } from './storage.ts'

export const alphaAssets = pallet({
  name: 'AlphaAssets',
  index: 31,
  path: 'pallet_alpha_assets',
  storage,
})
