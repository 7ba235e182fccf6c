/**
 * The committed shape of every command's result, `docs/schemas/<command>.json` (JSON Schema).
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { expect } from 'vitest'

const FOLDER = resolve('docs', 'schemas')
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true })

/** File of a command's schema: `stake add` is `stake-add.json`. */
export function schemaPath(commandId: string): string {
  return join(FOLDER, `${commandId.replaceAll(' ', '-')}.json`)
}

/** Expects a result (what `--json-output` prints) to have the committed shape of its command. */
export function expectSchema(commandId: string, result: unknown): void {
  const validate = ajv.compile(JSON.parse(readFileSync(schemaPath(commandId), 'utf8')))
  const fits = validate(result)
  expect(fits ? [] : ajv.errorsText(validate.errors, { separator: '\n' })).toEqual([])
}
