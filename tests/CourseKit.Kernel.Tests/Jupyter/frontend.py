"""What Jupyter's own client sees of the kernel coursekit-csharp. Usage: frontend.py CASE FOLDER"""
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

case, folder = sys.argv[1:3]
LIMIT = 120


class Run:
    """A cell that has been sent: its reply, and what was told until idle."""

    def __init__(self, client, code, **options):
        self.client, self.messages, self.reply, self.seen = client, [], None, None
        self.id = client.execute(code, **options)

    def until(self, wanted):
        """Reads until a message is wanted, or idle."""
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") != self.id:
                continue
            self.messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                self.idle = True
                return self
            if wanted(message):
                return self

    def end(self):
        self.until(lambda message: False)
        while self.reply is None or self.reply["parent_header"]["msg_id"] != self.id:
            self.reply = self.client.get_shell_msg(timeout=LIMIT)
        return self

    def text(self, name="stdout"):
        return "".join(m["content"]["text"] for m in self.messages if m["msg_type"] == "stream" and m["content"]["name"] == name)

    def of(self, kind):
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    @property
    def status(self):
        return self.reply["content"]["status"]

    @property
    def error(self):
        return self.reply["content"].get("ename"), self.reply["content"].get("evalue")


manager, client = start_new_kernel(kernel_name="coursekit-csharp", cwd=folder)


def run(code, **options):
    return Run(client, code, **options).end()


def value(code):
    done = run(code)
    assert done.status == "ok", done.reply["content"]
    return done.of("execute_result")[0]["data"]["text/plain"]


def says(run, text):
    return run.until(lambda m: text in run.text())


def kernel_pid():
    return manager.provisioner.process.pid


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        direct = [int(child) for child in file.read().split()]
    return direct + [below for child in direct for below in children(child)]


def descendants():
    pid = kernel_pid()
    found = set()
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children") as file:
            found |= {int(child) for child in file.read().split()}
    return found


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone(pids):
    start = time.monotonic()
    while any(alive(pid) for pid in pids):
        assert time.monotonic() - start < LIMIT, [pid for pid in pids if alive(pid)]
        time.sleep(0.05)


def peak_memory(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) // 1024 for line in file if line.startswith("VmHWM"))


def state():
    run("var x = 20;\nrecord Point(int X, int Y);")
    assert value("x + 1") == "21"
    shown = run('var d = display(1);\nd.Update(2);\n"end"')
    first, second = shown.of("display_data")[0], shown.of("update_display_data")[0]
    assert first["transient"]["display_id"] == second["transient"]["display_id"]
    assert shown.of("execute_result")[0]["data"]["text/plain"] == "end"
    assert run("oops").error[0] == "CompileError"
    thrown = run("\nvar zero = 0;\n1 / zero")
    assert thrown.error[0] == "System.DivideByZeroException"
    assert "cell 5, line 3" in "\n".join(thrown.reply["content"]["traceback"]), thrown.reply["content"]
    assert os.path.samefile(value("System.IO.Directory.GetCurrentDirectory()"), folder)


def interrupt():
    run("var kept = 1;")
    shapes = [
        "while (true) { }",
        "for (var i = 0; ; i++) kept = 2;",
        "do { } while (true);",
        "while (true) { try { while (true) { } } catch (Exception) { } }",
        "foreach (var i in Enumerable.Repeat(1, int.MaxValue)) foreach (var j in Enumerable.Repeat(1, int.MaxValue)) ;",
        "static void Spin() { for (;;) { } }\nSpin();",
        "Action spin = () => { while (true) ; };\nspin();",
        "await Task.Yield(); while (true) { }",
        "new TaskCompletionSource().Task.Wait();",
        "new System.Threading.ManualResetEvent(false).WaitOne();",
        "System.Threading.Thread.Sleep(-1);",
        "await Task.Delay(-1);",
        "Task.Run(() => { while (true) { } }).Wait();",
        "System.Threading.Tasks.Parallel.For(0, 4, i => { while (true) { } });",
        'while (true) Console.WriteLine("line");',
        "lock (new object()) while (true) { }",
    ]
    for shape in shapes:
        running = says(Run(client, f'Console.Write("started");\n{shape}'), "started")
        waiting = client.execute("kept = 3;")
        # The two travel by different sockets; what arrives behind the interruption would run.
        time.sleep(0.2)
        manager.interrupt_kernel()
        running.end()
        assert running.error[0] == "Interrupted", (shape, running.reply["content"])
        aborted = client.get_shell_msg(timeout=LIMIT)
        assert (aborted["parent_header"]["msg_id"], aborted["content"]["status"]) == (waiting, "aborted")
    assert value("kept") in ("1", "2")


def stubborn():
    run("var lost = 1;")
    shapes = [
        "static long Count(long n) => n <= 1 ? 1 : Count(n - 1) + Count(n - 2);\nCount(1000)",
        "Enumerable.Repeat(1L, int.MaxValue).SelectMany(i => Enumerable.Repeat(i, int.MaxValue)).Sum()",
    ]
    for shape in shapes:
        before = descendants()
        running = says(Run(client, f'Console.Write("started");\n{shape}'), "started")
        manager.interrupt_kernel()
        running.end()
        assert running.error[0] == "SessionRestarted" and "all cells are gone" in running.error[1], running.reply["content"]
        gone(before)
    assert run("lost").error[0] == "CompileError"
    assert value("1 + 1") == "2"


def death():
    run("var lost = 1;")
    for code, reason in [
        ("Environment.Exit(3);", "exit code 3"),
        ("static int Dive(int n) => Dive(n + 1) + 1;\nDive(0)", "Stack overflow"),
        ('Environment.FailFast("over and out");', "over and out"),
    ]:
        died = run(f'Console.Write("before");\n{code}')
        assert died.text() == "before"
        assert died.error[0] == "SessionDied" and reason in died.error[1], died.reply["content"]
        assert died.of("error")[0]["ename"] == "SessionDied"
    assert value("1 + 1") == "2"
    assert run("lost").error[0] == "CompileError"
    victims = descendants()
    running = says(Run(client, 'Console.Write("started");\nwhile (true) { }'), "started")
    for pid in victims:
        os.kill(pid, signal.SIGKILL)
    assert running.end().error[0] == "SessionDied"
    assert manager.is_alive() and value("2 + 2") == "4"


def stdin():
    def answer(text):
        asked = client.get_stdin_msg(timeout=LIMIT)
        client.input(text)
        return asked["content"]

    asking = Run(client, 'var name = await GetInputAsync("Your name?");\nname', allow_stdin=True)
    assert answer("Ada") == {"prompt": "Your name?", "password": False}
    assert asking.end().of("execute_result")[0]["data"]["text/plain"] == "Ada"
    asking = Run(client, 'var secret = await GetPasswordAsync("Word?");\nsecret.GetClearTextPassword()', allow_stdin=True)
    assert answer("x") == {"prompt": "Word?", "password": True}
    assert asking.end().status == "ok"
    asking = Run(client, "Console.ReadLine() + Console.ReadLine()", allow_stdin=True)
    answer("one")
    answer("two")
    assert asking.end().of("execute_result")[0]["data"]["text/plain"] == "onetwo"
    assert run('await GetInputAsync("Nobody?")', allow_stdin=False).status == "error"
    asking = Run(client, 'await GetInputAsync("Interrupted?")', allow_stdin=True)
    client.get_stdin_msg(timeout=LIMIT)
    manager.interrupt_kernel()
    assert asking.end().error[0] == "Interrupted"


def restart():
    global client
    old = {kernel_pid()} | descendants()
    says(Run(client, 'Console.Write("started");\nwhile (true) { }'), "started")
    manager.restart_kernel()
    client.wait_for_ready(timeout=LIMIT)
    gone(old)
    assert value("1 + 1") == "2"
    old = {kernel_pid()} | descendants()
    client.shutdown()
    gone(old)


def signals():
    running = says(Run(client, 'Console.Write("started");\nwhile (true) { }'), "started")
    os.kill(kernel_pid(), signal.SIGINT)
    manager.interrupt_kernel()
    assert running.end().error[0] == "Interrupted" and value("1 + 1") == "2"
    all_of_them = {kernel_pid()} | descendants()
    os.kill(kernel_pid(), signal.SIGTERM)
    gone(all_of_them)


def orphan():
    program = f"""
import json, sys, time
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="coursekit-csharp", cwd={folder!r})
print(manager.provisioner.process.pid, flush=True)
time.sleep(1000)
"""
    front_end = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    pid = int(front_end.stdout.readline())
    front_end.kill()
    front_end.wait()
    gone([pid])


def flood():
    done = run('for (var i = 0; i < 10_000_000; i++)\n    Console.WriteLine(i);\nConsole.Error.WriteLine("the end");')
    assert done.status == "ok"
    assert done.text().startswith("0\n1\n2\n")
    assert "left out here" in done.text("stderr") and "the end" in done.text("stderr"), done.text("stderr")[-500:]
    assert len(done.text()) < 11_000_000
    assert peak_memory(kernel_pid()) < 400, peak_memory(kernel_pid())
    assert value("1 + 1") == "2"


def slow():
    # A subscriber that subscribes and never reads, beside one that does.
    info = manager.get_connection_info()
    stopped = socket.create_connection((info["ip"], info["iopub_port"]))
    greeting = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(16 + 1 + 31)
    ready = b"\x05READY\x0bSocket-Type" + (3).to_bytes(4, "big") + b"SUB"
    stopped.sendall(greeting + bytes([4, len(ready)]) + ready + b"\x00\x01\x01")
    for turn in range(9):
        done = run(f'Console.Write(new string(\'x\', 9_500_000));\n{turn}')
        assert done.status == "ok" and len(done.text()) == 9_500_000
    assert peak_memory(kernel_pid()) < 500, peak_memory(kernel_pid())


def late():
    first = run('var line = new TaskCompletionSource();\n_ = Task.Run(async () => { await line.Task; Console.Write("late"); });')
    second = Run(client, "line.SetResult();")
    while True:
        message = client.get_iopub_msg(timeout=LIMIT)
        if message["msg_type"] == "stream":
            break
    assert message["content"]["text"] == "late" and message["parent_header"]["msg_id"] == first.id
    while second.reply is None:
        second.reply = client.get_shell_msg(timeout=LIMIT)
    assert second.status == "ok"


def coalesce():
    done = run("for (var i = 0; i < 100_000; i++)\n    Console.Write('.');")
    assert done.text() == "." * 100_000
    assert len(done.of("stream")) < 1000, len(done.of("stream"))


def garbage():
    info = manager.get_connection_info()
    source = random.Random(0)
    for name in ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port"):
        for octets in (b"GET / HTTP/1.1\r\n\r\n", source.randbytes(10_000), b"\xff" + bytes(100), b""):
            with socket.create_connection((info["ip"], info[name])) as stranger:
                try:
                    stranger.sendall(octets)
                except OSError:
                    pass
    assert value("1 + 1") == "2" and manager.is_alive()


try:
    {f.__name__: f for f in (state, interrupt, stubborn, death, stdin, restart, signals, orphan, flood, slow, late, coalesce, garbage)}[case]()
    print("ok")
finally:
    client.stop_channels()
    if manager.has_kernel:
        manager.shutdown_kernel()
