/**
 * Runtime metadata from the declarations: one registry of types, one numbering, three versions, each
 * made when it is first asked for.
 *
 * Source: ../shared/spec/node-rpc.md section 9.
 *
 * @module
 */
import { collectMetadata, type MetadataModel, type MetadataSource } from './collect.ts'
import { type MetadataVersion, writeMetadata, writeTypes } from './write.ts'

export type { MetadataSource } from './collect.ts'
export type { MetadataVersion } from './write.ts'

/** Versions that are served, in ascending order. */
export const METADATA_VERSIONS: readonly MetadataVersion[] = [14, 15, 16]

/** The metadata of one runtime; each blob begins with `meta` and its version. */
export class Metadata {
  readonly #source: MetadataSource
  readonly #blobs = new Map<MetadataVersion, Uint8Array>()
  #model: MetadataModel | undefined
  #types: Uint8Array | undefined

  constructor(source: MetadataSource) {
    this.#source = source
  }

  get v14(): Uint8Array {
    return this.version(14)
  }
  get v15(): Uint8Array {
    return this.version(15)
  }
  get v16(): Uint8Array {
    return this.version(16)
  }

  version(version: MetadataVersion): Uint8Array {
    let blob = this.#blobs.get(version)
    if (blob === undefined) {
      this.#model ??= collectMetadata(this.#source)
      this.#types ??= writeTypes(this.#model.types)
      blob = writeMetadata(this.#model, this.#types, version)
      this.#blobs.set(version, blob)
    }
    return blob
  }
}

/** Nothing is computed until a version is read. */
export function buildMetadata(source: MetadataSource): Metadata {
  return new Metadata(source)
}
