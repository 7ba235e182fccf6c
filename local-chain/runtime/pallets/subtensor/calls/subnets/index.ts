/**
 * Calls of SubtensorModule: subnets.
 *
 * @module
 */
export const calls = {}
