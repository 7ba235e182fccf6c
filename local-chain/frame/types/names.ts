/**
 * How TypeScript names become the chain's: `amountStaked` is `amount_staked`, `totalIssuance` is
 * `TotalIssuance`. A declaration gives the exact spelling only where the rule does not produce it.
 *
 * @module
 */

/** `camelCase` to the `snake_case` of fields and calls. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** `camelCase` to the `PascalCase` of storage items. */
export function toPascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
