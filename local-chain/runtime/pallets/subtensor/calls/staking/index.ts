/**
 * Calls of SubtensorModule: staking.
 *
 * @module
 */
export const calls = {}
