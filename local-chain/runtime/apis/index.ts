/**
 * All runtime APIs and the metadata that lists them.
 *
 * Source: ../shared/spec/runtime-api.md.
 *
 * @module
 */
import { buildMetadata, type Metadata } from '../../frame/metadata/index.ts'
import type { ProfileName } from '../../frame/profile.ts'
import { ApiTable, type RuntimeApi } from '../../frame/runtime-api.ts'
import type { Ctx } from '../context.ts'
import { extrinsicFormat } from '../extensions.ts'
import { pallets } from '../pallets.ts'
import { RUNTIME_VERSION } from '../version.ts'
import { clientCompatStorage } from './client-compat.ts'
import { auraApi, grandpaApi } from './consensus.ts'
import { accountNonceApi, coreApi, metadataApi } from './core.ts'
import { delegateInfoApi } from './delegate-info.ts'
import { neuronInfoApi } from './neuron-info.ts'
import { stakeInfoApi } from './stake-info.ts'
import { subnetInfoApi } from './subnet-info.ts'
import { subnetRegistrationApi, swapApi } from './swap.ts'
import { transactionPaymentApi, transactionQueueApi } from './transactions.ts'

export interface RuntimeApisOptions {
  readonly profile: ProfileName
  /** Answer as clients of spec 393 expect where spec 425 answers otherwise. Off unless given. */
  readonly clientCompat?: boolean
}

/** The APIs of one runtime. Stateless: they answer on whatever context they are given. */
export class RuntimeApis {
  readonly version = RUNTIME_VERSION
  readonly metadata: Metadata
  readonly list: readonly RuntimeApi[]
  readonly #table: ApiTable

  constructor(options: RuntimeApisOptions) {
    const subnetInfo = subnetInfoApi({ clientCompat: options.clientCompat ?? false })
    this.list = [
      coreApi,
      metadataApi(() => this.metadata),
      transactionQueueApi,
      auraApi,
      grandpaApi,
      accountNonceApi,
      transactionPaymentApi,
      delegateInfoApi,
      neuronInfoApi,
      subnetInfo,
      stakeInfoApi,
      subnetRegistrationApi,
      swapApi,
    ]
    this.#table = new ApiTable(this.list)
    this.metadata = buildMetadata({
      pallets,
      apis: this.list,
      extrinsic: extrinsicFormat,
      profile: options.profile,
      extraStorage: clientCompatStorage,
    })
  }

  /** Names under which clients call, `Trait_method`. */
  names(): string[] {
    return this.#table.names()
  }

  /**
   * Answers a call on the state of `ctx`.
   *
   * @param args  the arguments' encodings, joined
   * @returns SCALE of the answer; undefined when there is no such method
   * @throws ScaleError  the arguments do not decode
   */
  call(ctx: Ctx, method: string, args: Uint8Array): Uint8Array | undefined {
    return this.#table.has(method) ? this.#table.call(ctx, method, args) : undefined
  }
}

export function createRuntimeApis(options: RuntimeApisOptions): RuntimeApis {
  return new RuntimeApis(options)
}
