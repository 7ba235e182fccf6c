/**
 * The version that the runtime claims, and the APIs that it offers with theirs.
 *
 * Source: node_subtensor_runtime, spec_version 425; ../shared/spec/node-rpc.md 3.2.
 *
 * @module
 */
import { apiId } from '../frame/runtime-api.ts'
import type { TypeOf } from '../frame/types/type.ts'
import type { runtimeVersion } from './types.ts'

/** Versions of the API traits, in the order of metadata. */
export const API_VERSIONS = {
  Core: 5,
  Metadata: 2,
  TaggedTransactionQueue: 3,
  AuraApi: 1,
  GrandpaApi: 3,
  AccountNonceApi: 1,
  TransactionPaymentApi: 4,
  DelegateInfoRuntimeApi: 1,
  NeuronInfoRuntimeApi: 1,
  SubnetInfoRuntimeApi: 1,
  StakeInfoRuntimeApi: 1,
  SubnetRegistrationRuntimeApi: 1,
  SwapRuntimeApi: 1,
} as const

export type ApiName = keyof typeof API_VERSIONS

export const RUNTIME_VERSION: TypeOf<typeof runtimeVersion> = {
  specName: 'node-subtensor',
  implName: 'node-subtensor',
  authoringVersion: 1,
  specVersion: 425,
  implVersion: 1,
  apis: Object.entries(API_VERSIONS).map(([name, version]) => [apiId(name), version] as const),
  transactionVersion: 1,
  systemVersion: 1,
}
