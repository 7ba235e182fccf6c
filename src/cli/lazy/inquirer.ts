/**
 * The four kinds of question that are used; bundled without the others, one of which brings an
 * editor launcher four times the size of these.
 *
 * @module
 */
export { confirm, input, password, select } from '@inquirer/prompts'
