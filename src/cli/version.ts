/**
 * Version of this program, read from package.json when it is bundled.
 *
 * @module
 */
import packageJson from '../../package.json' with { type: 'json' }

export const VERSION: string = packageJson.version
