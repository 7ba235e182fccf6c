/**
 * The derivation in WebAssembly, in a module of its own so that it is loaded late.
 *
 * @module
 */
export { argon2i } from 'hash-wasm'
