"""Times NumPy and SciPy: readers.py name=path ...; for each name on standard input reads the file and prints the seconds."""
import gzip
import sys
import time

import numpy
import scipy
from scipy.io import loadmat


def images(path):
    with gzip.open(path) as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 28, 28)


def gunzip(path):
    with gzip.open(path) as file:
        return file.read()


readers = {
    "plain gunzip": gunzip,
    "idx.gz": images,
    "mat": loadmat,
    "npy": numpy.load,
    "npz": lambda path: numpy.load(path)["x"],
    "csv": lambda path: numpy.loadtxt(path, delimiter=","),
}
files = dict(argument.split("=", 1) for argument in sys.argv[1:])
files["plain gunzip"] = files["idx.gz"]
print(f"NumPy {numpy.__version__}, SciPy {scipy.__version__}, Python {sys.version.split()[0]}", flush=True)
for line in sys.stdin:
    name = line.strip()
    start = time.perf_counter()
    readers[name](files[name])
    print(time.perf_counter() - start, flush=True)
