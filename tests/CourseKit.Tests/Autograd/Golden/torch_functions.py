#!/usr/bin/python3
"""Writes torch_functions.json: values and gradients of torch 1.13.1, float64. Debian 12: apt install python3-torch, then
/usr/bin/python3 torch_functions.py.

Inputs are x[i] = sin(1.7 i + k) + shift for the k-th input, row by row; what is differentiated is the sum of y[i] cos(i).
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)

def inputs(*shapes, shift=0.0):
    return [torch.tensor([math.sin(1.7 * i + k) + shift for i in range(math.prod(s))]).reshape(s).requires_grad_() for k, s in enumerate(shapes)]

def case(function, *shapes, shift=0.0):
    x = inputs(*shapes, shift=shift)
    y = function(*x)
    (y.reshape(-1) * torch.tensor([math.cos(i) for i in range(y.numel())])).sum().backward()
    flat = lambda t: [float(v) for v in t.reshape(-1)]
    return {"shape": list(y.shape), "y": flat(y), "gradients": [flat(v.grad) for v in x]}

running = [torch.tensor([0.5, -0.25, 1.0]), torch.tensor([2.0, 0.5, 1.0])]
def batch_norm(training):
    def function(x, w, b):
        mean, var = (r.clone() for r in running)
        y = F.batch_norm(x, mean, var, w, b, training, 0.3, 1e-3)
        return torch.cat([y.reshape(-1), mean, var])
    return function

labels = torch.tensor([2, 0, 3])
targets = torch.tensor([[0.1, 0.2, 0.3, 0.4], [0.7, 0.1, 0.1, 0.1], [0.0, 0.0, 0.5, 0.5]])
cases = {
    "conv2d": case(lambda x, w, b: F.conv2d(x, w, b, (2, 1), (1, 2)), (2, 3, 5, 4), (2, 3, 3, 2), (2,)),
    "max_pool2d": case(lambda x: F.max_pool2d(x, 3, 2, 1), (1, 2, 6, 5)),
    "avg_pool2d": case(lambda x: F.avg_pool2d(x, 3, 2, 1), (1, 2, 6, 5)),
    "avg_pool2d without padding": case(lambda x: F.avg_pool2d(x, 3, 2, 1, count_include_pad=False), (1, 2, 6, 5)),
    "batch_norm in training": case(batch_norm(True), (2, 3, 2, 2), (3,), (3,)),
    "batch_norm in evaluation": case(batch_norm(False), (4, 3), (3,), (3,)),
    "leaky_relu": case(lambda x: F.leaky_relu(x, 0.2), (9,)),
    "elu": case(lambda x: F.elu(x, 1.5), (9,)),
    "gelu": case(lambda x: F.gelu(2 * x), (9,)),
    "silu": case(lambda x: F.silu(2 * x), (9,)),
    "softplus": case(lambda x: F.softplus(2 * x), (9,)),
    "softmax of a middle axis": case(lambda x: F.softmax(x, 1), (2, 3, 2)),
    "log_softmax": case(lambda x: F.log_softmax(x, -1), (2, 3)),
    "logsumexp": case(lambda x: torch.logsumexp(x, 1), (2, 3, 2)),
    "var": case(lambda x: x.var([0, 2]), (2, 3, 2)),
    "std": case(lambda x: x.std(1, unbiased=False), (2, 3)),
    "max": case(lambda x: x.max(1)[0], (2, 3, 2)),
    "clamp": case(lambda x: x.clamp(-0.5, 0.4), (9,)),
    "maximum": case(lambda a, b: torch.maximum(a, b), (3, 2), (2,)),
    "pow": case(lambda a, b: a ** b, (3, 2), (2,), shift=1.5),
    "cross_entropy, smoothed": case(lambda z: F.cross_entropy(z, labels, label_smoothing=0.2), (3, 4)),
    "cross_entropy of probabilities": case(lambda z: F.cross_entropy(z, targets, label_smoothing=0.1), (3, 4)),
    "nll_loss": case(lambda z: F.nll_loss(z, labels), (3, 4)),
    "binary_cross_entropy": case(lambda p: F.binary_cross_entropy(p / 3, targets), (3, 4), shift=1.5),
    "binary_cross_entropy_with_logits": case(lambda z: F.binary_cross_entropy_with_logits(z, targets), (3, 4)),
    "mse_loss": case(lambda y: F.mse_loss(y, targets), (3, 4)),
    "l1_loss": case(lambda y: F.l1_loss(y, targets), (3, 4)),
    "huber_loss": case(lambda y: F.huber_loss(y, targets, delta=0.5), (3, 4)),
}
lines = ",\n".join(json.dumps({"name": name, **values}, separators=(",", ":")) for name, values in cases.items())
pathlib.Path(__file__).with_name("torch_functions.json").write_text(f"[\n{lines}\n]\n")
