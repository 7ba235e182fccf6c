/**
 * Declarations of the transaction extensions: what each adds to an extrinsic and to what is signed.
 * What they check is the business of `runtime/executive`.
 *
 * @module
 */
import { tuple } from './types/combinators.ts'
import type { AnyType } from './types/type.ts'

/** One extension as metadata lists it. */
export interface ExtensionDef {
  readonly identifier: string
  /** What travels in the extrinsic. */
  readonly extra: AnyType
  /** What is signed besides and does not travel. */
  readonly implicit: AnyType
  /** The type inside the extrinsic's own type, where a wrapper reports another one. */
  readonly wrapper?: AnyType
}

/** How a signed extrinsic of a runtime is made up. */
export interface ExtrinsicFormat {
  readonly address: AnyType
  readonly signature: AnyType
  /** In wire order; grouped as the runtime nests its tuples, which clients see and bytes do not. */
  readonly extensions: readonly (ExtensionDef | readonly ExtensionDef[])[]
}

function isGroup(entry: ExtensionDef | readonly ExtensionDef[]): entry is readonly ExtensionDef[] {
  return Array.isArray(entry)
}

/** All extensions in wire order. */
export function extensionList(format: ExtrinsicFormat): readonly ExtensionDef[] {
  return format.extensions.flatMap((entry) => (isGroup(entry) ? entry : [entry]))
}

/** The type of all that the extensions put into an extrinsic. */
export function extrinsicExtra(format: ExtrinsicFormat): AnyType {
  const typeOf = (extension: ExtensionDef) => extension.wrapper ?? extension.extra
  const parts = format.extensions.map((entry) =>
    isGroup(entry) ? tuple(...entry.map(typeOf)) : typeOf(entry),
  )
  return tuple(...parts)
}
