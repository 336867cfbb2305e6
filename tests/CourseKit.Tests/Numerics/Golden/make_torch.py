#!/usr/bin/python3
"""Writes torch.txt: torch's random numbers on a CPU. Debian 12, python3-torch 1.13.1."""
import pathlib
import torch

lines = ["# Written by make_torch.py with torch 1.13.1 (Debian 12) on a CPU with AVX2: 9 digits for float32, 17 for float64."]


def put(name, values):
    digits = "%.17g" if values.dtype == torch.float64 else "%.9g" if values.dtype == torch.float32 else "%d"
    lines.append(name + ": " + " ".join(digits % v for v in values.tolist()))


def seeded(seed, make):
    torch.manual_seed(seed)
    return make()


for seed in (0, 1, 42, -1):
    put(f"rand(5) {seed}", seeded(seed, lambda: torch.rand(5)))
    put(f"rand(3, float64) {seed}", seeded(seed, lambda: torch.rand(3, dtype=torch.float64)))
    put(f"randn(5) {seed}", seeded(seed, lambda: torch.randn(5)))
    put(f"randn(20) {seed}", seeded(seed, lambda: torch.randn(20)))
    put(f"randperm(10) {seed}", seeded(seed, lambda: torch.randperm(10)))
    put(f"randint(0,10,(8,)) {seed}", seeded(seed, lambda: torch.randint(0, 10, (8,))))
put("uniform_(-.1, .1)", seeded(0, lambda: torch.empty(6).uniform_(-.1, .1)))
put("uniform_(-.1, .1, float64)", seeded(0, lambda: torch.empty(6, dtype=torch.float64).uniform_(-.1, .1)))
put("randn(20, float64) 3", seeded(3, lambda: torch.randn(20, dtype=torch.float64)))
torch.manual_seed(5)
put("randn(3) then randn(2)", torch.cat([torch.randn(3), torch.randn(2)]))
put("then randn(20)", torch.randn(20))
put("then randn(1)", torch.randn(1))
pathlib.Path(__file__).with_name("torch.txt").write_text("\n".join(lines) + "\n")
