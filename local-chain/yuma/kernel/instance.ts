/**
 * One instance of the compiled kernel, and views of its memory. Neither Node nor a browser is needed.
 *
 * @module
 */
import { KERNEL_BASE64 } from './module.generated.ts'

/** The addresses that `arrange` fixes, as the module exports them: byte offsets into its memory. */
type Address =
  | 'active'
  | 'alpha'
  | 'bondPairs'
  | 'bondStart'
  | 'childShare'
  | 'childStart'
  | 'combinedEmission'
  | 'commits'
  | 'consensusOut'
  | 'dividendsOut'
  | 'incentiveOut'
  | 'lastUpdate'
  | 'newBondPairs'
  | 'newBondStart'
  | 'oldPermit'
  | 'parentAlpha'
  | 'parentRoot'
  | 'parentShare'
  | 'parentStart'
  | 'permit'
  | 'registered'
  | 'rootStake'
  | 'serverEmission'
  | 'stakeOut'
  | 'stakeWeight'
  | 'trustOut'
  | 'validatorEmission'
  | 'weightPairs'
  | 'weightStart'

/** What `assembly/index.ts` exports; see there for the meaning of the parameters. */
interface KernelExports extends Readonly<Record<Address, WebAssembly.Global>> {
  readonly memory: WebAssembly.Memory
  arrange(
    neurons: number,
    updates: number,
    permits: number,
    children: number,
    parents: number,
    weights: number,
    longestWeights: number,
    bonds: number,
  ): number
  setValidatorRules(owner: number, taoWeight: bigint, threshold: bigint, validators: number): void
  setAges(block: bigint, cutoff: bigint, lastTempo: bigint, isMasked: number): void
  setBondRules(yuma3: number, kappa: number, penalty: number, rate: bigint): void
  setLiquidAlpha(isOn: number, low: number, high: number, slope: bigint): void
  run(emission: bigint): number
}

/** A module that took more than this for one epoch is given back to the host. */
const KEPT_BYTES = 64 * 1024 * 1024

/** The kernel's functions, and typed views at its addresses. */
export class KernelInstance {
  readonly exports: KernelExports

  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module)
    this.exports = exports as KernelExports
  }

  get isLarge(): boolean {
    return this.#buffer.byteLength > KEPT_BYTES
  }

  u8(address: Address, length: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#at(address), length)
  }

  u16(address: Address, length: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#buffer, this.#at(address), length)
  }

  u32(address: Address, length: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#at(address), length)
  }

  u64(address: Address, length: number): BigUint64Array {
    return new BigUint64Array(this.#buffer, this.#at(address), length)
  }

  /** Replaced by another one whenever the memory grows. */
  get #buffer(): ArrayBuffer {
    return this.exports.memory.buffer
  }

  #at(address: Address): number {
    return this.exports[address].value as number
  }
}

let compiled: WebAssembly.Module | undefined
let kept: KernelInstance | undefined

/**
 * The instance that all epochs of this thread share: they run one after the other.
 *
 * Compiling 12 kB takes a few milliseconds and happens once.
 */
export function kernelInstance(): KernelInstance {
  if (kept === undefined || kept.isLarge) {
    compiled ??= new WebAssembly.Module(bytesOfBase64(KERNEL_BASE64))
    kept = new KernelInstance(compiled)
  }
  return kept
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** `atob` is the host's, and not every host has it. */
function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let count = 0
  let at = 0
  for (const digit of digits) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at] = (bits >> count) & 0xff
    at += 1
  }
  return bytes
}
