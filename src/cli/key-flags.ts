/**
 * Options of commands that make keys.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { overwriteFlags } from './transaction-flags.ts'

/** @param usePassword  whether the file is encrypted unless the user says otherwise */
export const keyFlags = (usePassword: boolean) => ({
  'n-words': Flags.integer({
    default: 12,
    summary: 'words of the phrase: 12, 15, 18, 21 or 24',
    helpValue: 'N',
  }),
  'use-password': Flags.boolean({
    allowNo: true,
    default: usePassword,
    summary: 'encrypt the private file',
  }),
  uri: Flags.string({
    summary: 'a development key instead of a new one, unencrypted',
    helpValue: '//Alice',
  }),
  ...overwriteFlags,
})
