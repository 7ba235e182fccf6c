/**
 * Options that several commands share, in groups, so that they read and behave the same everywhere.
 * A command spreads the groups it needs: `{ ...walletFlags, ...networkFlags, netuid: netuidFlag() }`.
 *
 * Spellings are btcli's (../shared/spec/cli.md section 2). Underscores and btcli's negative words are
 * handled for all options at once in `spellings.ts`.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'

const WALLET = 'WALLET'
const NETWORK = 'NETWORK'
const OUTPUT = 'OUTPUT'

/** Every command has these. */
export const outputFlags = {
  json: Flags.boolean({
    summary: 'print {schemaVersion, ok, data | error}; asks nothing',
    helpGroup: OUTPUT,
  }),
  'json-output': Flags.boolean({
    aliases: ['json-out'],
    summary: "print the result as btcli's JSON; asks nothing",
    helpGroup: OUTPUT,
  }),
  quiet: Flags.boolean({ char: 'q', summary: 'no messages besides errors', helpGroup: OUTPUT }),
  verbose: Flags.boolean({
    char: 'v',
    summary: 'more messages, full numbers',
    exclusive: ['quiet'],
    helpGroup: OUTPUT,
  }),
  'config-file': Flags.string({
    summary: 'configuration file (TAO_CONFIG)',
    helpValue: 'FILE',
    helpGroup: OUTPUT,
  }),
}

/** Commands that change something. */
export const confirmFlags = {
  yes: Flags.boolean({
    char: 'y',
    aliases: ['no-prompt'],
    summary: 'consent to everything that would be asked',
    helpGroup: OUTPUT,
  }),
  prompt: Flags.boolean({ hidden: true, summary: 'ask (the default)' }),
  no: Flags.boolean({
    summary: 'decline everything that would be asked',
    exclusive: ['yes'],
    helpGroup: OUTPUT,
  }),
}

/** Commands that talk to a chain. */
export const networkFlags = {
  network: Flags.string({
    aliases: ['subtensor.network', 'chain', 'subtensor.chain-endpoint'],
    multiple: true,
    multipleNonGreedy: true,
    summary: 'local, test, finney, archive or a ws:// address (TAO_NETWORK)',
    helpValue: 'NAME',
    helpGroup: NETWORK,
  }),
  'data-dir': Flags.string({
    summary: 'folder of the local chain',
    helpValue: 'DIR',
    helpGroup: NETWORK,
  }),
}

/** Commands that read or write a wallet. */
export const walletFlags = {
  'wallet-name': Flags.string({
    aliases: ['name', 'wallet.name', 'wallet'],
    summary: 'wallet (TAO_WALLET_NAME)',
    helpValue: 'NAME',
    helpGroup: WALLET,
  }),
  'wallet-path': Flags.string({
    char: 'p',
    aliases: ['wallet.path'],
    summary: 'folder of wallets (TAO_WALLET_PATH)',
    helpValue: 'DIR',
    helpGroup: WALLET,
  }),
  'wallet-password-file': Flags.string({
    summary: 'file whose only line is the password',
    helpValue: 'FILE',
    helpGroup: WALLET,
  }),
}

/** Commands that use a hotkey of the wallet. */
export const hotkeyFlags = {
  hotkey: Flags.string({
    char: 'H',
    aliases: ['wallet-hotkey', 'wallet.hotkey'],
    summary: 'hotkey of the wallet (TAO_WALLET_HOTKEY)',
    helpValue: 'NAME',
    helpGroup: WALLET,
  }),
}

/** Commands that work on several hotkeys of a wallet, or on addresses. */
export const hotkeyListFlags = {
  ...hotkeyFlags,
  'include-hotkeys': Flags.string({
    aliases: ['hotkey-ss58-address', 'hotkey-ss58'],
    summary: 'these hotkeys, by name or address (also -in)',
    helpValue: 'A,B',
    helpGroup: WALLET,
  }),
  'exclude-hotkeys': Flags.string({
    summary: 'all hotkeys of the wallet but these (also -ex)',
    helpValue: 'A,B',
    helpGroup: WALLET,
  }),
  'all-hotkeys': Flags.boolean({ summary: 'all hotkeys of the wallet', helpGroup: WALLET }),
}
