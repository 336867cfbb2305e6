"""What ZeroMQ's own library hears from the sockets of LibzmqTests. Usage: libzmq.py CASE ROUTER_PORT PUB_PORT REP_PORT"""
import os
import subprocess
import sys
import time

import zmq

case, (router, publisher, reply) = sys.argv[1], [f"tcp://127.0.0.1:{port}" for port in sys.argv[2:5]]
context = zmq.Context()


def connect(kind, address, **options):
    socket = context.socket(kind)
    socket.linger = 0
    socket.rcvtimeo = socket.sndtimeo = 60_000
    for name, value in options.items():
        setattr(socket, name, value)
    socket.connect(address)
    return socket


def echo(socket, frames):
    socket.send_multipart(frames)
    assert socket.recv_multipart() == frames


def answers():
    echo(connect(zmq.DEALER, router), [b"a", b"", b"c"])
    named = [connect(zmq.DEALER, router, identity=f"peer {i}".encode()) for i in range(20)]
    for i, socket in enumerate(named):
        socket.send(b"%d" % i)
    assert [socket.recv() for socket in named] == [b"%d" % i for i in range(20)]
    echo(connect(zmq.REQ, router), [b"to the router"])
    for kind in (zmq.REQ, zmq.DEALER):
        socket = connect(kind, reply)
        for i in range(100):
            echo(socket, [b"", b"%d" % i] if kind == zmq.DEALER else [b"%d" % i])


def large():
    socket = connect(zmq.DEALER, router)
    for length in (0, 1, 254, 255, 256, 257, 32768, 32769, 65535, 65536, 1 << 20):
        echo(socket, [os.urandom(length), os.urandom(length)])
    echo(socket, [os.urandom(25 << 20), b"", os.urandom(25 << 20)])
    echo(socket, [b"%d" % i for i in range(1000)])


def topics():
    everything, stream, none = [connect(zmq.SUB, publisher) for _ in range(3)]
    everything.subscribe(b"")
    stream.subscribe(b"str")
    assert {tuple(everything.recv_multipart()) for _ in range(20)} == {(b"stream", b"a", b""), (b"status", b"b")}
    assert {tuple(stream.recv_multipart()) for _ in range(20)} == {(b"stream", b"a", b"")}
    stream.subscribe(b"status")
    while stream.recv_multipart() != [b"status", b"b"]:
        pass
    stream.unsubscribe(b"str")
    for _ in range(20):
        last = stream.recv_multipart()
    while stream.poll(200) and (last := stream.recv_multipart()) and last[0] == b"stream":
        pass
    assert last == [b"status", b"b"]
    assert not none.poll(100)


def vanish():
    other = connect(zmq.DEALER, router)
    for turn in range(20):
        program = f"import zmq, os; s = zmq.Context().socket(zmq.DEALER); s.connect('{router}'); s.send(b'x' * 20_000_000); s.recv(); s.send(b'y' * 20_000_000)"
        process = subprocess.Popen([sys.executable, "-c", program])
        if turn < 5:
            time.sleep(0.05 * turn)
        else:
            context.socket(zmq.DEALER).close()
        process.kill()
        process.wait()
        echo(other, [b"still here"])


def come_back():
    for turn in range(50):
        socket = connect(zmq.DEALER, router, identity=b"the same")
        echo(socket, [b"%d" % turn])
        socket.close()


def heartbeat():
    socket = connect(zmq.DEALER, router, heartbeat_ivl=100, heartbeat_timeout=4000)
    monitor = socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
    echo(socket, [b"before"])
    time.sleep(6)
    echo(socket, [b"after"])
    assert not monitor.poll(0)


def wrong():
    for kind in (zmq.SUB, zmq.PUSH, zmq.PAIR, zmq.REP):
        socket = connect(kind, router)
        socket.rcvtimeo = 100
        if kind == zmq.SUB:
            socket.subscribe(b"")
        if kind != zmq.PUSH:
            try:
                socket.recv()
                raise AssertionError("an answer")
            except zmq.Again:
                pass
    echo(connect(zmq.DEALER, router), [b"still here"])


def curve():
    public, secret = zmq.curve_keypair()
    socket = connect(zmq.DEALER, router, curve_publickey=public, curve_secretkey=secret, curve_serverkey=public)
    socket.send(b"secret")
    assert not socket.poll(300)
    echo(connect(zmq.DEALER, router), [b"still here"])


{"answers": answers, "large": large, "topics": topics, "vanish": vanish, "return": come_back, "heartbeat": heartbeat, "wrong": wrong, "curve": curve}[case]()
context.destroy(linger=0)
print("ok")
