/**
 * `tao wallet balance`: free and staked TAO of wallets and addresses.
 *
 * @module
 */
import * as Flags from '@oclif/core/flags'
import { networkFlags, walletFlags } from '../../src/cli/flags.ts'
import { renderTable } from '../../src/cli/table.ts'
import { TaoCommand } from '../../src/cli/tao-command.ts'
import { addressFlag } from '../../src/cli/value-flags.ts'
import { walletLocation } from '../../src/cli/wallet-access.ts'
import { taoNumber, taoText } from '../../src/ops/units.ts'
import { holdingsOf } from '../../src/ops/wallet/balances.ts'
import type { AccountId } from '../../src/primitives/account-id.ts'
import { ss58Encode } from '../../src/primitives/ss58.ts'
import { listWallets, readPublicKey } from '../../src/wallet/index.ts'

interface Sums {
  readonly free: number
  readonly staked: number
  readonly total: number
}

interface WalletBalanceJson {
  readonly balances: { readonly [name: string]: Sums & { readonly coldkey: string } }
  readonly totals: Sums
}

interface Row {
  readonly name: string
  readonly coldkey: AccountId
  readonly free: bigint
  readonly staked: bigint
}

export default class WalletBalance extends TaoCommand<WalletBalanceJson> {
  static override summary = 'show free and staked TAO'
  static override description =
    'Free TAO can be spent. Staked is what all stake of the coldkey is worth at the price of its ' +
    'subnets now; selling all at once would give less.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --wallet-name alice',
    '<%= config.bin %> <%= command.id %> --ss58 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --json',
  ]
  static override flags = {
    ...walletFlags,
    ...networkFlags,
    ss58: addressFlag({
      aliases: ['ss58-address'],
      multiple: true,
      summary: 'an address instead of a wallet; may be given several times',
    }),
    all: Flags.boolean({ char: 'a', summary: 'every wallet of the folder' }),
    sort: Flags.string({
      options: ['name', 'free', 'staked', 'total'],
      summary: 'order of several wallets, largest first; by name in the alphabet',
    }),
  }

  async run(): Promise<WalletBalanceJson> {
    const { flags } = await this.parse(WalletBalance)
    const settings = await this.settings(flags)
    const named = await this.#accounts(flags, settings)
    const client = await this.connect(settings)
    const holdings = await holdingsOf(
      client,
      named.map(({ coldkey }) => coldkey),
    )
    const rows = named.map(({ name, coldkey }, i) => ({
      name,
      coldkey,
      free: holdings[i]?.freeRao ?? 0n,
      staked: holdings[i]?.stakedRao ?? 0n,
    }))
    if (flags.sort !== undefined) rows.sort(ORDERS[flags.sort])
    const sum = (pick: (row: Row) => bigint) => rows.reduce((all, row) => all + pick(row), 0n)
    const free = sum((row) => row.free)
    const staked = sum((row) => row.staked)
    const text = (rao: bigint) => taoText(rao, this.isVerbose)
    this.log(
      renderTable(
        ['Wallet', 'Coldkey', 'Free', 'Staked', 'Total'],
        rows.map((row) => [
          row.name,
          ss58Encode(row.coldkey),
          text(row.free),
          text(row.staked),
          text(row.free + row.staked),
        ]),
        rows.length > 1
          ? { footer: ['Total', '', text(free), text(staked), text(free + staked)] }
          : {},
      ),
    )
    return {
      balances: Object.fromEntries(
        rows.map((row) => [
          row.name,
          { coldkey: ss58Encode(row.coldkey), ...sums(row.free, row.staked) },
        ]),
      ),
      totals: sums(free, staked),
    }
  }

  async #accounts(
    flags: { all: boolean; ss58: AccountId[] | undefined },
    settings: Awaited<ReturnType<WalletBalance['settings']>>,
  ): Promise<{ name: string; coldkey: AccountId }[]> {
    if (flags.ss58 !== undefined && flags.ss58.length > 0) {
      return [...new Set(flags.ss58)].map((coldkey, i) => ({
        name: `Provided Address ${i + 1}`,
        coldkey,
      }))
    }
    if (flags.all) {
      const wallets = await listWallets(settings.walletPath.value)
      return wallets.flatMap(({ name, coldkey }) =>
        coldkey.key === undefined ? [] : [{ name, coldkey: coldkey.key.accountId }],
      )
    }
    const { accountId } = await readPublicKey('coldkey', walletLocation(settings))
    return [{ name: settings.walletName.value, coldkey: accountId }]
  }
}

const descending = (pick: (row: Row) => bigint) => (a: Row, b: Row) =>
  pick(a) === pick(b) ? 0 : pick(a) > pick(b) ? -1 : 1

const ORDERS: Record<string, (a: Row, b: Row) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  free: descending((row) => row.free),
  staked: descending((row) => row.staked),
  total: descending((row) => row.free + row.staked),
}

function sums(free: bigint, staked: bigint): Sums {
  return { free: taoNumber(free), staked: taoNumber(staked), total: taoNumber(free + staked) }
}
