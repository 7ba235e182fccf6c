/** Goal: no secret reaches a message. Method: remembered values, then text that contains them. */
import { describe, expect, it } from 'vitest'
import { redact, rememberSecret, rememberSecretsIn } from '../../../src/cli/secrets.ts'

describe('redact', () => {
  it('hides values of secret options in every spelling', () => {
    rememberSecretsIn(['wallet', 'regen', '--seed', '0xfeedbeef', '--json_password=hunter22'])
    expect(redact('seed 0xfeedbeef, password hunter22')).toBe('seed [hidden], password [hidden]')
  })

  it('hides a mnemonic as a whole and word by word', () => {
    rememberSecretsIn(['--mnemonic', 'bottom', 'drive', 'obey', '--use-password'])
    expect(redact('unknown word "drive" in "bottom drive obey"')).toBe(
      'unknown word "[hidden]" in "[hidden]"',
    )
    expect(redact('--use-password')).toBe('--use-password')
  })

  it('hides what was typed at a hidden prompt', () => {
    rememberSecret(' correct horse ')
    expect(redact('wrong password: correct horse')).toBe('wrong password: [hidden]')
  })

  it('leaves text alone that holds none', () => {
    rememberSecret('a')
    expect(redact('a plain sentence')).toBe('a plain sentence')
  })
})
