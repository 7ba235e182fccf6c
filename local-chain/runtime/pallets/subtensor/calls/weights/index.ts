/**
 * Calls of SubtensorModule: weights.
 *
 * @module
 */
export const calls = {}
