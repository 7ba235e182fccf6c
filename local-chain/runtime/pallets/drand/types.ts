/**
 * Types that the drand pallet owns.
 *
 * @module
 */

import { boundedBytes, named, struct, vec } from '../../../frame/types/combinators.ts'
import { bytes, u32, u64 } from '../../../frame/types/primitives.ts'
import { multiSigner } from '../../types.ts'

export const metadata = struct('pallet_drand::types::Metadata', {
  beaconId: named('BoundedHash', boundedBytes(bytes, 0xffff_ffff)),
})

export const beaconConfiguration = struct('pallet_drand::types::BeaconConfiguration', {
  publicKey: named('OpaquePublicKey', boundedBytes(bytes, 0xffff_ffff)),
  period: u32,
  genesisTime: u32,
  hash: named('BoundedHash', boundedBytes(bytes, 0xffff_ffff)),
  groupHash: named('BoundedHash', boundedBytes(bytes, 0xffff_ffff)),
  schemeId: named('BoundedHash', boundedBytes(bytes, 0xffff_ffff)),
  metadata,
})

export const pulse = struct('pallet_drand::types::Pulse', {
  round: named('RoundNumber', u64),
  randomness: boundedBytes(bytes, 32),
  signature: boundedBytes(bytes, 144),
})

export const pulsesPayload = struct(
  'pallet_drand::types::PulsesPayload',
  {
    blockNumber: named('BlockNumber', u32),
    pulses: vec(pulse),
    public: named('Public', multiSigner),
  },
  {
    params: [
      { name: 'Public', type: multiSigner },
      { name: 'BlockNumber', type: u32 },
    ],
  },
)

export const beaconConfigurationPayload = struct(
  'pallet_drand::types::BeaconConfigurationPayload',
  {
    blockNumber: named('BlockNumber', u32),
    config: beaconConfiguration,
    public: named('Public', multiSigner),
  },
  {
    params: [
      { name: 'Public', type: multiSigner },
      { name: 'BlockNumber', type: u32 },
    ],
  },
)
