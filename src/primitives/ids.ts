/**
 * Small numbers with a meaning: subnet, neuron slot, mechanism. Branded so that one is not passed
 * for another.
 *
 * @module
 */

declare const idBrand: unique symbol

/** Subnet id, u16; 0 is root. */
export type Netuid = number & { readonly [idBrand]: 'netuid' }

/** Neuron slot within a subnet, u16. */
export type Uid = number & { readonly [idBrand]: 'uid' }

/** Mechanism within a subnet, u8. */
export type Mechid = number & { readonly [idBrand]: 'mechid' }

export const U16_MAX = 0xffff
export const U8_MAX = 0xff

/** Takes a number as a subnet id. @throws RangeError  not a whole number within u16 */
export function netuid(value: number): Netuid {
  return inRange(value, U16_MAX, 'netuid') as Netuid
}

/** Takes a number as a neuron slot. @throws RangeError  not a whole number within u16 */
export function uid(value: number): Uid {
  return inRange(value, U16_MAX, 'uid') as Uid
}

/** Takes a number as a mechanism id. @throws RangeError  not a whole number within u8 */
export function mechid(value: number): Mechid {
  return inRange(value, U8_MAX, 'mechid') as Mechid
}

/** The root subnet. */
export const ROOT_NETUID: Netuid = netuid(0)

/** The mechanism every subnet has. */
export const MAIN_MECHID: Mechid = mechid(0)

/** Reads a subnet id written in ASCII digits. @throws RangeError */
export function parseNetuid(text: string): Netuid {
  return netuid(parseDigits(text, 'netuid'))
}

/** Reads a neuron slot written in ASCII digits. @throws RangeError */
export function parseUid(text: string): Uid {
  return uid(parseDigits(text, 'uid'))
}

function parseDigits(text: string, label: string): number {
  if (!/^[0-9]{1,5}$/.test(text)) {
    const shown = JSON.stringify(text.slice(0, 40))
    throw new RangeError(`${label} must be a whole number, got ${shown}`)
  }
  return Number.parseInt(text, 10)
}

function inRange(value: number, max: number, label: string): number {
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new RangeError(`${label} must be within 0..${max}, got ${value}`)
  }
  // Turns -0 into 0: the two differ as map keys printed to text.
  return value + 0
}
