"""What the older generation of the Python Substrate client sees of a node, as one JSON object.

Usage: substrate.py WS_URL
"""

import json
import logging
import sys

from async_substrate_interface.errors import SubstrateRequestException
from async_substrate_interface.sync_substrate import SubstrateInterface
from bittensor_wallet import Keypair

logging.disable(logging.CRITICAL)

substrate = SubstrateInterface(
    url=sys.argv[1],
    ss58_format=42,
    use_remote_preset=True,
    type_registry={"types": {"Balance": "u64"}},
    chain_name="Bittensor",
)
alice = Keypair.create_from_uri("//Alice")
bob = Keypair.create_from_uri("//Bob")
report = {}


def plain(value):
    return getattr(value, "value", value)


def call(module, function, **params):
    return substrate.compose_call(module, function, params)


def send(what, signer, era=None):
    """Waits until the block is final, whatever became of the call in it."""
    extrinsic = substrate.create_signed_extrinsic(call=what, keypair=signer, era=era)
    return substrate.submit_extrinsic(extrinsic, wait_for_finalization=True)


def free(keypair, block_hash):
    account = substrate.query("System", "Account", [keypair.ss58_address], block_hash=block_hash)
    return plain(account)["data"]["free"]


def events_of(receipt):
    events = [plain(event)["event"] for event in receipt.triggered_events]
    return [f'{event["module_id"]}.{event["event_id"]}' for event in events]


# Reading.
report["slotMs"] = plain(substrate.get_constant("Aura", "SlotDuration"))
networks = substrate.query_map("SubtensorModule", "NetworksAdded", page_size=1)
report["networks"] = sorted([plain(netuid), plain(added)] for netuid, added in networks)
keys = [
    substrate.create_storage_key("SubtensorModule", "TotalNetworks", []),
    substrate.create_storage_key("SubtensorModule", "NetworksAdded", [9]),
]
report["several"] = [plain(value) for _, value in substrate.query_multi(keys)]
info = plain(substrate.runtime_call("SubnetInfoRuntimeApi", "get_dynamic_info", [1]))
report["dynamicInfo"] = info["netuid"]
neurons = plain(substrate.runtime_call("NeuronInfoRuntimeApi", "get_neurons_lite", [1]))
report["neurons"] = [neuron["uid"] for neuron in neurons]

# A transfer, immortal and mortal.
value = 1_500_000_000
transfer = call("Balances", "transfer_keep_alive", dest=bob.ss58_address, value=value)
report["transfers"] = []
report["estimate"] = plain(substrate.get_payment_info(transfer, alice)["partial_fee"])
for era in (None, {"period": 64}):
    before = substrate.get_chain_finalised_head()
    receipt = send(transfer, alice, era)
    after = receipt.block_hash
    report["transfers"].append(
        {
            "success": receipt.is_success,
            "events": events_of(receipt),
            "fee": receipt.total_fee_amount,
            "received": free(bob, after) - free(bob, before),
            "paid": free(alice, before) - free(alice, after),
        }
    )

# Refusals: in a block, in a block but without a module, and by the pool.
report["failures"] = []
for what in (
    call(
        "SubtensorModule", "add_stake", hotkey=bob.ss58_address, netuid=77, amount_staked=10**9
    ),
    call("SubtensorModule", "start_call", netuid=1),
    call("Balances", "transfer_keep_alive", dest=alice.ss58_address, value=2 * 10**15),
):
    receipt = send(what, bob)
    error = receipt.error_message
    failed = "System.ExtrinsicFailed" in events_of(receipt)
    report["failures"].append([receipt.is_success, failed, error["type"], error["name"], error["docs"]])
sudo = call("Sudo", "sudo", call=call("System", "remark", remark="0x01"))
try:
    send(sudo, bob)
except SubstrateRequestException as error:
    report["refusal"] = str(error)

# Subnets, so that blocks hold more than transfers.
hotkey = bob.ss58_address
for what, signer in (
    (call("SubtensorModule", "register_network", hotkey=alice.ss58_address), alice),
    (call("SubtensorModule", "start_call", netuid=2), alice),
    (call("SubtensorModule", "burned_register", netuid=2, hotkey=hotkey), bob),
    (call("SubtensorModule", "add_stake", hotkey=hotkey, netuid=2, amount_staked=10**10), bob),
    (call("Utility", "batch_all", calls=[sudo, transfer]), alice),
    (sudo, alice),
):
    receipt = send(what, signer)
    if not receipt.is_success:
        raise RuntimeError(f"{plain(what)}: {receipt.error_message}")
substrate.rpc_request("dev_advance", [100])

# Every block: header, digest, extrinsics and events are decoded strictly.
events = set()
calls = set()
for number in range(substrate.get_block_number(None) + 1):
    block_hash = substrate.get_block_hash(number)
    for extrinsic in substrate.get_block(block_hash=block_hash)["extrinsics"]:
        made = plain(extrinsic)["call"]
        calls.add(f'{made["call_module"]}.{made["call_function"]}')
    for event in map(plain, substrate.get_events(block_hash)):
        events.add(f'{event["module_id"]}.{event["event_id"]}')
report["calls"] = sorted(calls)
report["events"] = sorted(events)

# Every storage item, maps in full.
report["itemsRead"] = 0
report["itemsFailed"] = []
for module in substrate.metadata.pallets:
    for item in module.storage or []:
        name = plain(item["name"])
        try:
            if item.get_params_type_string():
                list(substrate.query_map(module.name, name, page_size=50))
            else:
                substrate.query(module.name, name)
            report["itemsRead"] += 1
        except Exception as error:
            report["itemsFailed"].append(f"{module.name}.{name}: {error!r}")

print(json.dumps(report))
# Left open, the client waits for its own reader thread when the interpreter ends.
substrate.close()
