/**
 * Core, Metadata and AccountNonceApi: what every client asks first.
 *
 * Source: ../shared/spec/runtime-api.md section 1.1, node-rpc.md sections 2 and 9, spec 425.
 *
 * @module
 */
import {
  METADATA_VERSIONS,
  type Metadata,
  type MetadataVersion,
} from '../../frame/metadata/index.ts'
import type { RuntimeApi } from '../../frame/runtime-api.ts'
import { newtype, option, vec } from '../../frame/types/combinators.ts'
import { bytes, u32 } from '../../frame/types/primitives.ts'
import { runtimeVersion } from '../types.ts'
import { RUNTIME_VERSION } from '../version.ts'
import { account, api, query } from './types.ts'

const opaqueMetadata = newtype('sp_core::OpaqueMetadata', bytes)

export const coreApi = api(
  'Core',
  {
    version: query({
      docs: 'Name and version of the runtime.',
      args: {},
      returns: runtimeVersion,
      run: () => RUNTIME_VERSION,
    }),
  },
  'The runtime itself.',
)

function isServed(version: number): version is MetadataVersion {
  return METADATA_VERSIONS.some((served) => served === version)
}

/** @param metadata  asked for late: the metadata lists this API too */
export function metadataApi(metadata: () => Metadata): RuntimeApi {
  return api(
    'Metadata',
    {
      metadata: query({
        docs: 'Metadata in the oldest version that is served.',
        args: {},
        returns: opaqueMetadata,
        run: () => metadata().v14,
      }),
      metadataAtVersion: query({
        docs: 'Metadata in one version, where that is served.',
        args: { version: u32 },
        returns: option(opaqueMetadata),
        run: (_ctx, { version }) => (isServed(version) ? metadata().version(version) : undefined),
      }),
      metadataVersions: query({
        docs: 'Versions of metadata that are served.',
        args: {},
        returns: vec(u32),
        run: () => METADATA_VERSIONS,
      }),
    },
    'Metadata of the runtime.',
  )
}

export const accountNonceApi = api(
  'AccountNonceApi',
  {
    accountNonce: query({
      docs: 'How many transactions of an account are in blocks.',
      args: { account },
      returns: u32,
      run: (ctx, args) => ctx.storage.system.account.get(args.account).nonce,
    }),
  },
  'Nonces.',
)
