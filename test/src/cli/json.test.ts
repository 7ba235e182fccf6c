/** Goal: JSON carries exact numbers and one shape of failure. Method: values in, parsed text out. */
import { describe, expect, it } from 'vitest'
import { outputModeOf, renderFailure, renderResult, toJson } from '../../../src/cli/json.ts'
import { ExitCode, TaoError } from '../../../src/primitives/tao-error.ts'

const failure = new TaoError('NO_FUNDS', 'not enough', {
  exitCode: ExitCode.rejected,
  suggestions: ['tao wallet balance'],
  data: { need: '18446744073709551615' },
})
const error = {
  code: 'NO_FUNDS',
  message: 'not enough',
  exitCode: 5,
  try: ['tao wallet balance'],
  data: { need: '18446744073709551615' },
}

describe('toJson', () => {
  it('writes u64 as decimal strings and bytes as hex', () => {
    const value = { rao: 18_446_744_073_709_551_615n, key: Uint8Array.of(0, 255) }
    expect(JSON.parse(toJson(value))).toEqual({ rao: '18446744073709551615', key: '0x00ff' })
  })

  it.each([
    ['a map', { m: new Map() }],
    ['a set', { s: new Set() }],
    ['NaN', { n: Number.NaN }],
  ])('refuses %s, which JSON would lose silently', (_what, value) => {
    expect(() => toJson(value)).toThrow(TypeError)
  })
})

describe('renderResult and renderFailure', () => {
  it('puts a result in the envelope or prints it bare', () => {
    expect(JSON.parse(renderResult('raw', [1]))).toEqual([1])
    expect(JSON.parse(renderResult('envelope', [1]))).toEqual({
      schemaVersion: 1,
      ok: true,
      data: [1],
    })
  })

  it('puts a partial result beside its failure', () => {
    expect(JSON.parse(renderResult('envelope', [1], failure))).toEqual({
      schemaVersion: 1,
      ok: false,
      error,
      data: [1],
    })
  })

  it("keeps btcli's two keys in the bare failure", () => {
    const { message, ...rest } = error
    expect(JSON.parse(renderFailure('raw', failure))).toEqual({
      success: false,
      error: message,
      ...rest,
    })
    expect(JSON.parse(renderFailure('envelope', failure))).toEqual({
      schemaVersion: 1,
      ok: false,
      error,
    })
  })
})

describe('outputModeOf', () => {
  it.each([
    [['--json'], 'envelope'],
    [['--json-output'], 'raw'],
    [['--json_out'], 'raw'],
    [['--', '--json'], 'text'],
    [[], 'text'],
  ] as const)('reads %j as %s', (argv, mode) => {
    expect(outputModeOf(argv)).toBe(mode)
  })

  it('leaves --json to a command that takes a file with it', () => {
    expect(outputModeOf(['--json', 'key.json'], true)).toBe('text')
    expect(outputModeOf(['--json', 'key.json', '--json-output'], true)).toBe('raw')
  })
})
