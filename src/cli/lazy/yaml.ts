/**
 * The YAML functions in use, loaded when there is a configuration file.
 *
 * @module
 */
export { parse, parseDocument } from 'yaml'
