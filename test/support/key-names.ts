/**
 * Names raw storage keys and shows their values, for people who look for a difference.
 *
 * @module
 */

import { ScaleReader } from '../../local-chain/frame/scale/reader.ts'
import { itemName } from '../../local-chain/frame/storage/bind.ts'
import type { AnyStorageItem } from '../../local-chain/frame/storage/declare.ts'
import { digestDigits, itemPrefix } from '../../local-chain/frame/storage/hashers.ts'
import { decodePrefix } from '../../local-chain/frame/types/type.ts'
import { runtimeStorage } from '../../local-chain/runtime/storage.ts'
import { bytesToHex, hexToBytes } from '../../src/primitives/hex.ts'
import { sharedJson } from './shared.ts'

const PREFIX_DIGITS = 64

interface KnownItem {
  readonly name: string
  readonly item?: AnyStorageItem
}

/** Storage items by the first 32 bytes of their keys. */
export class KeyNames {
  readonly #items = new Map<string, KnownItem>()

  constructor() {
    for (const file of ['prefixes.json', 'third/prefixes.json']) {
      const names = sharedJson<Record<string, string>>(`vectors/traces/${file}`)
      for (const [prefix, name] of Object.entries(names)) this.#items.set(prefix, { name })
    }
    for (const { pallet, storage } of Object.values(runtimeStorage)) {
      for (const [property, item] of Object.entries(storage) as [string, AnyStorageItem][]) {
        const name = itemName(property, item)
        this.#items.set(itemPrefix(pallet, name), { name: `${pallet}.${name}`, item })
      }
    }
  }

  /** `Pallet.Item` of a raw key. */
  item(key: string): string {
    return this.#items.get(key.slice(0, PREFIX_DIGITS))?.name ?? 'unknown'
  }

  /** `Pallet.Item(keys)`. */
  describe(key: string): string {
    const known = this.#items.get(key.slice(0, PREFIX_DIGITS))
    const rest = key.slice(PREFIX_DIGITS)
    if (known === undefined) return key
    return rest === '' ? known.name : `${known.name}(${this.#keys(known, rest)})`
  }

  /** The value as the runtime sees it, or its bytes where that is not known. */
  value(key: string, bytes: Uint8Array | null | undefined): string {
    if (bytes === undefined) return '(not changed)'
    if (bytes === null) return '(removed)'
    const type = this.#items.get(key.slice(0, PREFIX_DIGITS))?.item?.type
    const hex = bytesToHex(bytes)
    if (type === undefined) return hex
    try {
      return `${show(decodePrefix(type, bytes))} = ${hex}`
    } catch {
      return hex
    }
  }

  #keys({ item }: KnownItem, rest: string): string {
    if (item === undefined) return rest
    try {
      const reader = new ScaleReader(hexToBytes(rest))
      const keys = item.keys.map((spec) => {
        reader.raw(digestDigits(spec) / 2)
        return show(spec.type.read(reader))
      })
      return keys.join(', ')
    } catch {
      return rest
    }
  }
}

/** A value as text: bigints in decimal, bytes in hex. */
export function show(value: unknown): string {
  const text = JSON.stringify(value, (_, part) => {
    if (typeof part === 'bigint') return part.toString()
    if (part instanceof Uint8Array) return bytesToHex(part)
    return part as unknown
  })
  return text === undefined ? '-' : text.replaceAll('"', '')
}
