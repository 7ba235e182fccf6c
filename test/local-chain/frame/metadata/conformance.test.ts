/**
 * Goal: our metadata says of every pallet what the reference chain's says. Method: both are decoded and
 * written out item by item; what differs must be in the table below, with its reason.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildMetadata } from '../../../../local-chain/frame/metadata/index.ts'
import { clientCompatStorage } from '../../../../local-chain/runtime/apis/client-compat.ts'
import { extrinsicFormat } from '../../../../local-chain/runtime/extensions.ts'
import { pallets } from '../../../../local-chain/runtime/pallets.ts'
import {
  decodeMetadata,
  extensionTexts,
  palletItems,
  type UnifiedMetadata,
} from '../../../support/metadata-shape.ts'
import { hasShared, sharedBytes } from '../../../support/shared.ts'

/** Differences by pallet and item, with the reason. Whatever is not here fails. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'System constant Version': 'the recorded runtime lists no APIs, ours lists those that it has',
  'Swap constant MinimumReserve': 'the integer inside NonZeroU64 carries a type name; same bytes',
}

/** Items of spec 393 that clients of then still read (`../shared/spec/runtime-api.md` 0). */
const CLIENT_COMPAT = Object.entries(clientCompatStorage).flatMap(([pallet, storage]) =>
  Object.keys(storage).map((item) => `${pallet} storage ${item[0]?.toUpperCase()}${item.slice(1)}`),
)

describe.skipIf(!hasShared)('metadata against the recorded pallets of spec 425', () => {
  let ours: UnifiedMetadata
  let recorded: UnifiedMetadata
  let mainnet: UnifiedMetadata

  beforeAll(() => {
    const source = { pallets, apis: [], extrinsic: extrinsicFormat, profile: 'mainnet' } as const
    ours = decodeMetadata(buildMetadata({ ...source, extraStorage: clientCompatStorage }).v15)
    recorded = decodeMetadata(sharedBytes('metadata/subtensor-425-pallets.scale'))
    mainnet = decodeMetadata(sharedBytes('metadata/finney-2026-04.scale'))
  })

  it.each(pallets.map((pallet) => pallet.name))('%s', (name) => {
    // The recording has no RandomnessCollectiveFlip; nothing of it changed since April.
    const theirs = palletItems(recorded, name) ?? palletItems(mainnet, name)
    const own = palletItems(ours, name)
    const differences: string[] = []
    for (const [label, text] of theirs ?? []) {
      const mine = own?.get(label)
      // A call is listed from the day it works.
      if (mine === undefined && label.startsWith('call ')) continue
      if (mine !== text) differences.push(`${name} ${label}: ${mine} instead of ${text}`)
    }
    for (const label of own?.keys() ?? []) {
      if (theirs?.has(label) === false) differences.push(`${name} ${label}: not in the recording`)
    }
    const explained = [...Object.keys(EXPLAINED), ...CLIENT_COMPAT]
    expect(
      differences.filter((line) => !explained.some((label) => line.startsWith(`${label}:`))),
    ).toEqual([])
  })

  it('shows the items of clients of spec 393 as mainnet did', () => {
    for (const [name, storage] of Object.entries(clientCompatStorage)) {
      const own = palletItems(ours, name)
      const theirs = palletItems(mainnet, name)
      for (const property of Object.keys(storage)) {
        const label = `storage ${property[0]?.toUpperCase()}${property.slice(1)}`
        expect(own?.get(label), `${name} ${label}`).toBe(theirs?.get(label))
      }
    }
  })

  it('lists the transaction extensions in order, with their types', () => {
    expect(extensionTexts(ours)).toEqual(extensionTexts(recorded))
  })
})
