/**
 * Calls of SubtensorModule: registration.
 *
 * @module
 */
export const calls = {}
