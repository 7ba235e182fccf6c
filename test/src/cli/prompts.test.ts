/** Goal: questions go to the given stream, answers come from it, secrets stay hidden. Method: fake terminals. */
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { toTaoError } from '../../../src/cli/errors.ts'
import { askChoice, askSecret, askText, askYesNo } from '../../../src/cli/prompts.ts'
import { redact } from '../../../src/cli/secrets.ts'

function terminal() {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
  })
  return {
    streams: { input, output },
    type: (keys: string) => input.write(keys),
    shown: () => shown,
  }
}

/** Types once the question is on the screen and listens: it does so a turn after it is drawn. */
async function answer<T>(
  ask: (streams: { input: PassThrough; output: PassThrough }) => Promise<T>,
  keys: string,
): Promise<{ result: T; shown: string }> {
  const { streams, type, shown } = terminal()
  const asked = ask(streams)
  await once(streams.output, 'data')
  for (let turn = 0; turn < 3; turn += 1) await new Promise((next) => setImmediate(next))
  type(keys)
  return { result: await asked, shown: shown() }
}

describe('questions', () => {
  it('take no answer to a yes-no question as no', async () => {
    const { result, shown } = await answer((s) => askYesNo('Send 5 TAO?', {}, s), '\r')
    expect(result).toBe(false)
    expect(shown).toContain('Send 5 TAO?')
  })

  it('take y as yes', async () => {
    expect((await answer((s) => askYesNo('Send?', {}, s), 'y\r')).result).toBe(true)
  })

  it('trim a line of text and offer a default', async () => {
    expect((await answer((s) => askText('Name', {}, s), ' alice \r')).result).toBe('alice')
    expect((await answer((s) => askText('Name', { default: 'bob' }, s), '\r')).result).toBe('bob')
  })

  it('never echo a secret, and hide it in later messages', async () => {
    const { result, shown } = await answer((s) => askSecret('Password', s), 'open-sesame\r')
    expect(result).toBe('open-sesame')
    expect(shown).not.toContain('open-sesame')
    expect(redact('wrong: open-sesame')).toBe('wrong: [hidden]')
  })

  it('offer choices', async () => {
    const choices = [
      { name: 'one', value: 1 },
      { name: 'two', value: 2 },
    ]
    const { result } = await answer((s) => askChoice('Which', choices, s), '\u001b[B\r')
    expect(result).toBe(2)
  })

  it('exit 130 when left with Ctrl-C', async () => {
    const left = answer((s) => askYesNo('Send?', {}, s), '\u0003')
    const error = await left.then(() => undefined, toTaoError)
    expect(error).toMatchObject({ code: 'CANCELLED', exitCode: 130 })
  })
})
