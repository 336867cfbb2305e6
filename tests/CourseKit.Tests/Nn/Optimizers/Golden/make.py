#!/usr/bin/env python3
"""Writes torch.json: paths of torch's optimizers, rates of its schedules, clipped gradients. Run with Debian 12's python3-torch (1.13.1),
and with the folder of the Python peers as argument, whose keras_like.py has the rules of Keras 2.

The loss is 1/2 w' A w - b' w with A and b below, so g = A w - b: no library of ours is needed to say what the gradients are.
"""
import json
import os
import re
import sys

import torch

sys.path.insert(0, sys.argv[1])
import keras_like  # noqa: E402

A = [[2.0, 0.5, 0.0, -0.3], [0.5, 1.0, 0.25, 0.0], [0.0, 0.25, 4.0, 0.1], [-0.3, 0.0, 0.1, 0.5]]
B = [1.0, -2.0, 0.5, 0.0]
START = [1.0, -1.5, 0.75, 3.0]
STEPS = 12
torch.set_default_dtype(torch.float64)
matrix, vector = torch.tensor(A), torch.tensor(B)

OPTIMIZERS = [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.1, momentum=0.9)),
    ("SGD", dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.05)),
    ("SGD", dict(lr=0.1, momentum=0.8, dampening=0.3, weight_decay=0.05)),
    ("Adam", dict()),
    ("Adam", dict(lr=0.1, betas=[0.8, 0.9], eps=0.01, weight_decay=0.1)),
    ("AdamW", dict()),
    ("AdamW", dict(lr=0.1, betas=[0.8, 0.9], eps=0.01, weight_decay=0.1)),
    ("RMSprop", dict()),
    ("RMSprop", dict(lr=0.02, alpha=0.8, eps=0.01, momentum=0.5, weight_decay=0.05)),
    ("RMSprop", dict(lr=0.02, alpha=0.8, eps=0.01, centered=True)),
    ("RMSprop", dict(lr=0.02, alpha=0.8, eps=0.01, centered=True, momentum=0.5)),
    ("Adagrad", dict()),
    ("Adagrad", dict(lr=0.3, lr_decay=0.1, initial_accumulator_value=0.2, eps=0.01, weight_decay=0.05)),
]


def path(name, settings, halve_after=None):
    w = torch.tensor(START, requires_grad=True)
    optimizer = getattr(torch.optim, name)([w], **settings)
    points = []
    for step in range(STEPS):
        if step == halve_after:
            optimizer.param_groups[0]["lr"] /= 2
        w.grad = matrix @ w.detach() - vector
        optimizer.step()
        points.append(w.tolist())
    return dict(optimizer=name, settings=settings, halve_after=halve_after, path=points)


KERAS = [
    ("KerasSGD", dict(lr=0.1, momentum=0.9)),
    ("KerasRMSprop", dict()),
    ("KerasRMSprop", dict(lr=0.02, rho=0.8, eps=0.01)),
    ("KerasAdam", dict()),
    ("KerasAdam", dict(lr=0.1, b1=0.8, b2=0.9, eps=0.01)),
]


def keras_path(name, settings):
    w = torch.tensor(START, requires_grad=True)
    optimizer = getattr(keras_like, name)([w], **settings)
    points = []
    for step in range(STEPS):
        if step == STEPS // 2:
            optimizer.lr /= 2
        w.grad = matrix @ w.detach() - vector
        optimizer.step()
        points.append(w.tolist())
    return dict(optimizer=name, settings=settings, halve_after=STEPS // 2, path=points)


def rates(make, steps=14):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.4)
    scheduler = make(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


VALUES = [1.0, 0.9, 0.9, 0.89999, 0.95, 0.95, 0.9, 0.9, 0.9, 0.5, 0.5, 0.6, 0.5, 0.55, 0.5, float("nan"), 0.5, 0.5, 0.4]


def plateau(**settings):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.4)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **settings)
    values = [1.5 - v for v in VALUES] if settings.get("mode") == "max" else VALUES
    found = []
    for value in values:
        scheduler.step(value)
        found.append(optimizer.param_groups[0]["lr"])
    return dict(settings=settings, values=[str(v) for v in values], rates=found)


def clipped(limit):
    ws = [torch.zeros(3, requires_grad=True), torch.zeros(2, requires_grad=True)]
    ws[0].grad, ws[1].grad = torch.tensor([3.0, -4.0, 1.0]), torch.tensor([0.5, 2.0])
    norm = torch.nn.utils.clip_grad_norm_(ws, limit).item()
    return dict(limit=limit, norm=norm, gradients=[w.grad.tolist() for w in ws])


s = torch.optim.lr_scheduler
golden = dict(
    origin="torch " + torch.__version__ + ", float64, make.py",
    matrix=A, vector=B, start=START,
    paths=[path(*entry) for entry in OPTIMIZERS] + [
        path("SGD", dict(lr=0.1, momentum=0.9), 4),
        path("RMSprop", dict(lr=0.02, alpha=0.8, eps=0.01, momentum=0.5), 4),
    ],
    keras=[keras_path(*entry) for entry in KERAS],
    rates=dict(
        step=rates(lambda o: s.StepLR(o, step_size=4, gamma=0.3)),
        exponential=rates(lambda o: s.ExponentialLR(o, gamma=0.8)),
        cosine=rates(lambda o: s.CosineAnnealingLR(o, T_max=5, eta_min=0.02)),
        warm_up=rates(lambda o: s.LinearLR(o, start_factor=0.25, total_iters=6)),
        warm_up_then_exponential=rates(
            lambda o: s.SequentialLR(o, [s.LinearLR(o, start_factor=0.25, total_iters=4), s.ExponentialLR(o, gamma=0.8)], [4])),
    ),
    plateaus=[
        plateau(patience=1, factor=0.5),
        plateau(patience=0, factor=0.5, cooldown=2, min_lr=0.05),
        plateau(mode="max", patience=2, factor=0.5, threshold=0.2),
    ],
    clipped=[clipped(2.0), clipped(100.0)],
)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "torch.json"), "w", encoding="utf-8", newline="\n") as file:
    text = json.dumps(golden, indent=1)
    # One list of numbers a line.
    text = re.sub(r"\[\s+((?:[-\w.+\"]+,\s+)*[-\w.+\"]+)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    file.write(text + "\n")
