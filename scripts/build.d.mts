/** Types of the build for tests, which are checked strictly. */
export function ensureBuilt(options?: { force?: boolean }): Promise<boolean>
