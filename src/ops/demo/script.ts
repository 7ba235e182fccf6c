/**
 * The demo: a subnet from nothing to its first earnings, in commands that anybody may type.
 *
 * Read it from top to bottom; `tao` runs a command line, `say` explains. Wallets are unencrypted and
 * live in a temporary folder, TAO comes from a development account of the local chain.
 *
 * @module
 */
import type { Client } from '../../chain/connect.ts'
import { latest } from '../../chain/read.ts'
import type { AccountId } from '../../primitives/account-id.ts'
import { ss58Encode } from '../../primitives/ss58.ts'
import { CAST, MINERS, OPINIONS, type Player } from './cast.ts'
import { type Ledger, type Payee, readLedger } from './ledger.ts'

/** What the script needs from the program around it. */
export interface Stage {
  /** Runs a command line, showing it first. */
  tao(line: string): Promise<void>
  /** Says what happens next, and counts as a step of the time line. */
  say(title: string, text: string): void
  /** The account of a wallet made before. */
  account(wallet: string, role: 'coldkey' | 'hotkey'): Promise<AccountId>
  /** Asks the chain something; the connection is closed afterwards. */
  ask<T>(question: (client: Client) => Promise<T>): Promise<T>
}

/** The subnet of the genesis block is 1, so the first new one is 2. */
const NETUID = 2
const FIRST_MINER_UID = CAST.findIndex(({ part }) => part === 'miner')
const EPOCHS = 3

export async function playDemo({ tao, say, account, ask }: Stage): Promise<Ledger> {
  say(
    'Wallets',
    'One wallet each. The key //Alice is known to everybody, has TAO on local chains and',
  )
  say('', 'may do there what only root may. Phrases are not shown here: --quiet.')
  await tao('wallet create --wallet-name root --uri //Alice --quiet')
  for (const { name } of CAST) {
    await tao(`wallet create --wallet-name ${name} --no-use-password --quiet`)
  }

  say('Funds', 'Everybody gets TAO from the development account.')
  for (const { name, funds } of CAST) {
    const address = ss58Encode(await account(name, 'coldkey'))
    await tao(
      `wallet transfer --wallet-name root --dest ${address} --amount ${funds} --yes --quiet`,
    )
  }
  await tao('wallet balance --wallet-name owner')

  say('A subnet', 'Its price becomes the TAO side of its pool. Its owner starts it; then its token')
  say('', 'can be traded and emission begins.')
  await tao('subnets burn-cost')
  await tao('subnets create --wallet-name owner --subnet-name demo --yes')
  await tao(`subnets start --netuid ${NETUID} --wallet-name owner --yes`)

  say('Rules', 'The owner lets validators publish their weights at once instead of committing to')
  say('', 'them first. Only root may let new TAO flow into a new subnet.')
  const set = `sudo set --netuid ${NETUID}`
  await tao(`${set} --param commit_reveal_weights_enabled --value false --wallet-name owner --yes`)
  await tao(`${set} --param subnet_emission_enabled --value true --wallet-name root --yes`)

  say('Neurons', 'Validators and miners register. The price rises with each registration.')
  for (const { name } of CAST.filter(registers)) {
    await tao(`subnets register --netuid ${NETUID} --wallet-name ${name} --yes --quiet`)
  }

  say('Stake', 'Validators stake on themselves, the nominator behind validator1. A purchase moves')
  say('', 'the price of a small pool a lot, hence the tolerance.')
  for (const { name, stake, behind } of CAST) {
    if (stake === undefined) continue
    const hotkey =
      behind === undefined ? '' : ` --hotkey ${ss58Encode(await account(behind, 'hotkey'))}`
    await tao(
      `stake add --netuid ${NETUID} --wallet-name ${name}${hotkey} --amount ${stake} ` +
        '--tolerance 0.5 --yes',
    )
  }

  say('First epoch', 'It gives validator permits to the biggest stakes.')
  const from = await toNextEpoch({ tao, ask })

  say('Weights', 'Validators weigh the miners, uids 4 to 11. validator3 is alone with its opinion.')
  const uids = MINERS.map((_, i) => FIRST_MINER_UID + i).join(',')
  for (const [name, weights] of Object.entries(OPINIONS)) {
    await tao(
      `weights set --netuid ${NETUID} --wallet-name ${name} --uids ${uids} ` +
        `--weights ${weights.join(',')} --yes`,
    )
  }

  say('Epochs', 'Each pays out what the blocks since the one before minted.')
  let to = from
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) to = await toNextEpoch({ tao, ask })

  say('Metagraph', 'TRUST of validator3 is low: consensus cut off the weight that it gave alone.')
  say('', 'Nobody staked on root, so no part goes to root, and new TAO only buys alpha.')
  await tao(`subnets metagraph --netuid ${NETUID} --sort`)
  await tao('stake list --wallet-name nominator')

  const payees = await Promise.all(CAST.map((player) => payeeOf(player, account)))
  return ask((client) => readLedger(client, { netuid: NETUID, from, to, epochs: EPOCHS }, payees))
}

function registers({ part }: Player): boolean {
  return part === 'validator' || part === 'miner'
}

/** Advances to the block of the next epoch and says which one it is. */
async function toNextEpoch({ tao, ask }: Pick<Stage, 'tao' | 'ask'>): Promise<number> {
  const { now, epoch } = await ask(async (client) => {
    const view = await latest(client)
    const [last, tempo] = await Promise.all([
      view.storage<bigint>('SubtensorModule.LastEpochBlock', NETUID),
      view.storage<number>('SubtensorModule.Tempo', NETUID),
    ])
    return { now: view.number, epoch: Number(last) + tempo }
  })
  await tao(`chain advance ${epoch - now}`)
  return epoch
}

async function payeeOf({ name, part, behind }: Player, account: Stage['account']): Promise<Payee> {
  const [coldkey, hotkey] = await Promise.all([
    account(name, 'coldkey'),
    account(behind ?? name, 'hotkey'),
  ])
  return { name, part, coldkey, hotkey }
}
