"""What the bittensor SDK does with a node, as one JSON object on the last line.

Usage: sdk.py WS_URL WALLETS, with wallets `alice` and `bob` whose coldkey is their hotkey too.
"""

import asyncio
import json
import sys

import bittensor
from bittensor_wallet import Wallet

url, wallets = sys.argv[1:]
alice = Wallet(name="alice", hotkey="default", path=wallets)
bob = Wallet(name="bob", hotkey="default", path=wallets)
BOB = bob.coldkeypub.ss58_address
report = {"steps": {}}
subtensor = bittensor.Subtensor(network=url)


def tao(amount, netuid=0):
    return bittensor.Balance.from_tao(amount).set_unit(netuid)


def step(name, response):
    report["steps"][name] = [response.success, response.message]


def free():
    return subtensor.get_balance(BOB).rao


def stake():
    return subtensor.get_stake(coldkey_ss58=BOB, hotkey_ss58=BOB, netuid=2).rao


before = free()
step("transfer", subtensor.transfer(wallet=alice, destination_ss58=BOB, amount=tao(1.5)))
report["received"] = free() - before
step("registerSubnet", subtensor.register_subnet(wallet=alice))
step("startCall", subtensor.start_call(wallet=alice, netuid=2))
step("burnedRegister", subtensor.burned_register(wallet=bob, netuid=2))
before = free()
step("addStake", subtensor.add_stake(wallet=bob, netuid=2, hotkey_ss58=BOB, amount=tao(10)))
report["staked"] = stake()
report["stakePaid"] = before - free()
before = free()
step("unstake", subtensor.unstake(wallet=bob, netuid=2, hotkey_ss58=BOB, amount=tao(1, 2)))
report["unstakeReceived"] = free() - before

report["subnets"] = [subnet.netuid for subnet in subtensor.all_subnets()]
metagraph = subtensor.metagraph(2)
report["metagraph"] = {"uids": metagraph.uids.tolist(), "hotkeys": metagraph.hotkeys}
report["stakeInfo"] = [
    [info.netuid, info.hotkey_ss58, info.is_registered]
    for info in subtensor.get_stake_info_for_coldkey(BOB)
]
report["tempo"] = subtensor.get_subnet_hyperparameters(2).tempo

# Weights are encrypted to a round of the beacon; the pause after a registration has to pass first.
rate_limit = subtensor.weights_rate_limit(2)
subtensor.substrate.rpc_request("dev_advance", [rate_limit + 1])
weights = subtensor.set_weights(wallet=bob, netuid=2, uids=[0, 1], weights=[0.25, 0.75])
step("setWeights", weights)
report["weightCommits"] = [
    # The account comes undecoded out of a tuple.
    [bytes(who[0]).hex(), commit_round > 0]
    for _, commits in subtensor.query_map_subtensor("TimelockedWeightCommits", params=[2])
    for who, _, _, commit_round in getattr(commits, "value", commits)
]

step("strangerStarts", subtensor.start_call(wallet=bob, netuid=1))
step("noSubnet", subtensor.add_stake(wallet=bob, netuid=77, hotkey_ss58=BOB, amount=tao(1)))
subtensor.close()


async def with_async_client():
    async with bittensor.AsyncSubtensor(network=url) as client:
        before = (await client.get_balance(BOB)).rao
        moved = await client.transfer(wallet=alice, destination_ss58=BOB, amount=tao(0.25))
        step("asyncTransfer", moved)
        report["asyncReceived"] = (await client.get_balance(BOB)).rao - before
        number = await client.get_current_block()
        report["asyncWaited"] = await client.wait_for_block(number + 2)


asyncio.run(with_async_client())
print(json.dumps(report))
