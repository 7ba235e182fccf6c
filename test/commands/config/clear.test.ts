/** Goal: only what is named is forgotten, and only with consent. Method: the built program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeHome, runTao, runTaoJson } from '../../support/cli.ts'
import { expectSchema } from '../../support/schemas.ts'

const KEPT = 'network: test\nwallet_name: alice\nmetagraph_cols:\n  UID: true\n'

function keeping() {
  const home = makeHome()
  const path = join(home, 'kept.yml')
  writeFileSync(path, KEPT)
  return { options: { home, env: { TAO_CONFIG: path } }, text: () => readFileSync(path, 'utf8') }
}

describe('tao config clear', () => {
  it('forgets a named key and keeps the rest', async () => {
    const { options, text } = keeping()
    const result = await runTaoJson(['config', 'clear', '--network', '--yes'], options)
    expectSchema('config clear', result)
    expect(result).toMatchObject({ cleared: ['network'] })
    expect(text()).toBe('network: null\nwallet_name: alice\nmetagraph_cols:\n  UID: true\n')
  })

  it('forgets all that is kept', async () => {
    const { options, text } = keeping()
    const run = await runTao(['config', 'clear', '--all', '-y'], options)
    expect(run.stdout).toBe('forgotten: network, wallet_name\n')
    expect(text()).toContain('wallet_name: null')
  })

  it.each([
    ['no consent', ['--all'], 'CONFIRMATION_NEEDED'],
    ['no key', ['--yes'], 'NOTHING_TO_CLEAR'],
  ])('exits 2 with %s and changes nothing', async (_why, args, code) => {
    const { options, text } = keeping()
    const run = await runTao(['config', 'clear', ...args], options)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain(`(${code})`)
    expect(text()).toBe(KEPT)
  })
})
