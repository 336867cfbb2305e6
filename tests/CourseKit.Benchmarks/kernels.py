"""How fast two Jupyter kernels answer one client. Prints a line of JSON. Usage: kernels.py TURNS KERNEL..."""
import json
import os
import statistics
import sys
import time

import ipykernel
import jupyter_client
from jupyter_client.manager import KernelManager

TRIPS, COMPLETIONS, LIMIT = 200, 30, 120
CODE = {
    "python3": {"empty": "", "first": "1 + 1", "complete": "import os\nos.path.is"},
    "coursekit-csharp": {"empty": "", "first": "1 + 1", "complete": "Console.Wri"},
}


def run(client, code):
    """Sends a cell; returns when its reply is there and it is idle."""
    message = client.execute(code)
    while client.get_shell_msg(timeout=LIMIT)["parent_header"]["msg_id"] != message:
        pass
    while True:
        told = client.get_iopub_msg(timeout=LIMIT)
        if told["parent_header"].get("msg_id") == message and told["content"].get("execution_state") == "idle":
            return


def complete(client, code):
    message = client.complete(code)
    while True:
        reply = client.get_shell_msg(timeout=LIMIT)
        if reply["parent_header"]["msg_id"] == message:
            assert reply["content"]["status"] == "ok", reply["content"]
            return len(reply["content"]["matches"])


def milliseconds(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1e3


def tree(pid):
    yield pid
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children") as file:
            for child in file.read().split():
                yield from tree(int(child))


def memory(pid):
    """Megabytes of the kernel and its children: as the system counts each, and with shared pages counted once."""
    kinds = {"Rss": 0, "Pss": 0}
    for process in tree(pid):
        with open(f"/proc/{process}/smaps_rollup") as file:
            for line in file:
                if line.split(":")[0] in kinds:
                    kinds[line.split(":")[0]] += int(line.split()[1]) / 1024
    return kinds["Rss"], kinds["Pss"]


def measure(name):
    code = CODE[name]
    start = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=LIMIT)
    run(client, code["first"])
    first = (time.perf_counter() - start) * 1e3
    for _ in range(20):
        run(client, code["empty"])
    trips = sorted(milliseconds(lambda: run(client, code["empty"])) for _ in range(TRIPS))
    completions = [milliseconds(lambda: complete(client, code["complete"])) for _ in range(COMPLETIONS)]
    matches = complete(client, code["complete"])
    time.sleep(5)
    rss, pss = memory(manager.provisioner.process.pid)
    client.stop_channels()
    manager.shutdown_kernel()
    return {
        "first": first, "trip": statistics.median(trips), "trip95": trips[int(0.95 * TRIPS)], "complete1": completions[0],
        "complete": statistics.median(completions), "matches": matches, "rss": rss, "pss": pss,
    }


turns, kernels = int(sys.argv[1]), sys.argv[2:]
measured = {kernel: [] for kernel in kernels}
for _ in range(turns):
    for kernel in kernels:
        measured[kernel].append(measure(kernel))
        print(kernel, measured[kernel][-1], file=sys.stderr)
print(json.dumps({
    "versions": f"Python {sys.version.split()[0]}, ipykernel {ipykernel.__version__}, jupyter_client {jupyter_client.__version__}",
    "kernels": {kernel: {key: statistics.median(turn[key] for turn in turns) for key in turns[0]} for kernel, turns in measured.items()},
}))
