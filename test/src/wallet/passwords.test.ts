/** Goal: the same passwords count here and in bittensor-wallet. Method: recorded cases. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  decodeEnvPassword,
  encodeEnvPassword,
  envPasswordName,
  readEnvPassword,
} from '../../../src/wallet/env-password.ts'
import { WalletError, WrongPasswordError } from '../../../src/wallet/errors.ts'
import {
  analysePassword,
  checkNewPassword,
  type PasswordAnalysis,
  passwordScore,
} from '../../../src/wallet/password-rules.ts'
import { findPassword, withPassword } from '../../../src/wallet/password-source.ts'
import { hasShared, sharedJson } from '../../support/shared.ts'

interface RuleVectors {
  readonly vectors: readonly {
    readonly password: string
    readonly analysis: PasswordAnalysis
    readonly score: number
    readonly accepted: boolean
  }[]
}

interface EnvVectors {
  readonly vectors: readonly {
    readonly path: string
    readonly name: string
    readonly password: string
    readonly value: string
  }[]
  readonly invalid: readonly { readonly value: string; readonly name?: string }[]
}

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof WalletError) return error.code
    throw error
  }
  return 'accepted'
}

describe.skipIf(!hasShared)('password rules', () => {
  it('agree with every recorded password', () => {
    const { vectors } = sharedJson<RuleVectors>('vectors/wallet/password-rules.json')
    for (const { password, analysis, score, accepted } of vectors) {
      expect(analysePassword(password), password).toEqual(analysis)
      expect(passwordScore(password), password).toBeCloseTo(score, 5)
      const verdict = codeOf(() => checkNewPassword(password))
      expect(verdict, password).toBe(accepted ? 'accepted' : 'PASSWORD_WEAK')
    }
  })
})

describe.skipIf(!hasShared)('passwords in the environment', () => {
  const vectors = (): EnvVectors => sharedJson<EnvVectors>('vectors/wallet/env-password.json')

  it('have the recorded names and values', () => {
    for (const { path, name, password, value } of vectors().vectors) {
      expect(envPasswordName(path)).toBe(name)
      expect(encodeEnvPassword({ name, password })).toBe(value)
      expect(readEnvPassword({ env: { [name]: ` ${value}\n` }, keyfilePath: path })).toBe(password)
    }
  })

  it('are refused when they are not encoded', () => {
    for (const { value, name = 'BT_PW_X' } of vectors().invalid) {
      expect(codeOf(() => decodeEnvPassword({ name, value }))).toBe('PASSWORD_SOURCE_INVALID')
    }
  })
})

describe('findPassword', () => {
  const path = '/srv/keys/a/coldkey'
  const own = { [envPasswordName(path)]: 'NjEsJD4xOA==' }
  let directory = ''
  let file = ''

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tao-password-'))
    file = join(directory, 'password')
    await writeFile(file, 'from file \n')
  })
  afterAll(() => rm(directory, { recursive: true }))

  it('asks the places in order', async () => {
    const env = {
      ...own,
      [envPasswordName(path)]: encodeEnvPassword({ name: envPasswordName(path), password: 'own' }),
      BT_WALLET_PASSWORD: 'general',
      BT_WALLET_PASSWORD_FILE: file,
    }
    const { BT_WALLET_PASSWORD: _, ...withoutGeneral } = env
    expect(await findPassword(path, { env, password: 'explicit' })).toBe('explicit')
    expect(await findPassword(path, { env, password: '' })).toBe('')
    expect(await findPassword(path, { env })).toBe('general')
    expect(await findPassword(path, { env: withoutGeneral })).toBe('own')
    expect(await findPassword(path, { env: { BT_WALLET_PASSWORD_FILE: file } })).toBe('from file ')
    expect(await findPassword(path, { passwordFile: file })).toBe('from file ')
    expect(await findPassword(path, {})).toBeUndefined()
  })

  it.each([
    ['one\ntwo\n', 'two lines'],
    ['', 'nothing'],
    ['\n', 'an empty line'],
  ])('refuses a password file with %j (%s)', async (text) => {
    const bad = join(directory, 'bad')
    await writeFile(bad, text)
    await expect(findPassword(path, { passwordFile: bad })).rejects.toMatchObject({
      code: 'PASSWORD_SOURCE_INVALID',
    })
  })

  it('tells a password file that is not there', async () => {
    await expect(findPassword(path, { passwordFile: join(directory, 'no') })).rejects.toMatchObject(
      {
        code: 'PASSWORD_SOURCE_INVALID',
      },
    )
  })
})

describe('withPassword', () => {
  const check = async (password: string): Promise<string> => {
    if (password !== 'right') throw new WrongPasswordError('key file')
    return 'opened'
  }

  it('lets a wrong answer be corrected twice', async () => {
    const answers = ['wrong', 'wrong again', ' right ']
    const attempts: number[] = []
    const prompt = async ({ attempt }: { attempt: number }): Promise<string> => {
      attempts.push(attempt)
      return answers[attempt - 1] ?? ''
    }
    expect(await withPassword('/k', { prompt }, check)).toBe('opened')
    expect(attempts).toEqual([1, 2, 3])
    const never = { prompt: async (): Promise<string> => 'wrong' }
    await expect(withPassword('/k', never, check)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  })

  it('gives a set password one try and asks nobody', async () => {
    const prompt = (): Promise<string> => Promise.reject(new Error('asked'))
    await expect(withPassword('/k', { password: 'x', prompt }, check)).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    })
  })

  it('refuses without any source instead of trying an empty password', async () => {
    await expect(withPassword('/k', {}, check)).rejects.toMatchObject({
      code: 'PASSWORD_MISSING',
      exitCode: 3,
    })
  })
})
