/**
 * Types of `build-kernel.mjs`.
 *
 * @module
 */

/** Resolves to the bytes of `assembly/<entry>.ts`; `extra` are options of the compiler. */
export function compile(entry: string, extra?: readonly string[]): Promise<Uint8Array<ArrayBuffer>>

/** Brings the compiled kernel in step with its sources. */
export function buildKernel(): Promise<void>
