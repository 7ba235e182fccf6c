/**
 * The part of the WebAssembly interface that the kernel's host uses; the compiler has it only among the
 * types of browsers.
 *
 * @module
 */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: object
  }
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  interface Global {
    readonly value: number | bigint
  }
}
