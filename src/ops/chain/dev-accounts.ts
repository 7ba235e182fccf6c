/**
 * The keys that everybody knows and every new local chain funds.
 *
 * @module
 */
import { keyFromUri } from '../../wallet/index.ts'

export interface DevAccount {
  /** What `tao wallet create --uri` takes. */
  readonly uri: string
  readonly address: string
  readonly tao: number
  readonly isSudo: boolean
}

const RICH = ['//Alice', '//Bob', '//Charlie']
const MODEST = ['//Dave', '//Eve', '//Ferdie']

/** Those that a person uses; the author's and the EVM ones are left out. */
export async function devAccounts(): Promise<DevAccount[]> {
  const funded = [
    ...RICH.map((uri) => ({ uri, tao: 1_000_000 })),
    ...MODEST.map((uri) => ({ uri, tao: 2_000 })),
  ]
  return Promise.all(
    funded.map(async ({ uri, tao }) => {
      const { address } = await keyFromUri(uri)
      return { uri, address, tao, isSudo: uri === '//Alice' }
    }),
  )
}
