/**
 * The YAML functions in use, loaded when there is a configuration file.
 *
 * @module
 */
export { isMap, parse, parseDocument } from 'yaml'
