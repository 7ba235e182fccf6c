/**
 * Calls of SubtensorModule: serving.
 *
 * @module
 */
export const calls = {}
