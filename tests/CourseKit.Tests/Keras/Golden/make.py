#!/usr/bin/python3
"""Writes layers.json and metrics.json. Debian 12: apt install python3-torch python3-sklearn, then /usr/bin/python3 make.py.

Keras cannot be run here. Its layers are written out below as its documentation defines them: channels last, a window at a time, with none of
torch's own layers; torch gives the gradients. The metrics are scikit-learn's.
"""
import json
import math
import pathlib

import numpy as np
import sklearn.metrics as metrics
import torch

torch.set_default_dtype(torch.float64)
here = pathlib.Path(__file__).parent


def windows(x, size, step, padding):
    """Every place of a window on images (n, h, w, c): what lies below it, without what lies outside, and from which row and column of it."""
    _, h, w, _ = x.shape
    if padding == "same":
        rows, columns = math.ceil(h / step[0]), math.ceil(w / step[1])
        top = max((rows - 1) * step[0] + size[0] - h, 0) // 2
        left = max((columns - 1) * step[1] + size[1] - w, 0) // 2
    else:
        rows, columns, top, left = (h - size[0]) // step[0] + 1, (w - size[1]) // step[1] + 1, 0, 0
    for i in range(rows):
        for j in range(columns):
            r, c = i * step[0] - top, j * step[1] - left
            r0, r1, c0, c1 = max(r, 0), min(r + size[0], h), max(c, 0), min(c + size[1], w)
            yield i, j, x[:, r0:r1, c0:c1, :], (r0 - r, r1 - r, c0 - c, c1 - c)


def slide(x, size, step, padding, of_window):
    cells = {(i, j): of_window(part, place) for i, j, part, place in windows(x, size, step, padding)}
    rows, columns = max(i for i, _ in cells) + 1, max(j for _, j in cells) + 1
    return torch.stack([torch.stack([cells[i, j] for j in range(columns)], 1) for i in range(rows)], 1)


def conv2d(x, kernel, bias, step, padding):
    def of_window(part, p):
        return torch.einsum("nrcd,rcdf->nf", part, kernel[p[0]:p[1], p[2]:p[3]]) + bias
    return slide(x, kernel.shape[:2], step, padding, of_window)


def max_pooling(x, size, step, padding):
    return slide(x, size, step, padding, lambda part, _: part.amax((1, 2)))


def average_pooling(x, size, step, padding):
    return slide(x, size, step, padding, lambda part, _: part.mean((1, 2)))


def batch_normalization(x, weights, training, momentum=.99, epsilon=1e-3):
    gamma, beta, mean, variance = weights
    if training:
        axes = tuple(range(x.dim() - 1))
        batch_mean = x.mean(axes)
        batch_variance = ((x - batch_mean) ** 2).mean(axes)
        with torch.no_grad():
            mean.copy_(mean * momentum + batch_mean * (1 - momentum))
            variance.copy_(variance * momentum + batch_variance * (1 - momentum))
        mean, variance = batch_mean, batch_variance
    return (x - mean) / torch.sqrt(variance + epsilon) * gamma + beta


def network(x, w, training):
    """7x8 images of 2 channels -> 4x4x3 -> 4x3x4 -> 2x2x4 -> 2x2x4 (average, steps of 1) -> 16 -> 3."""
    x = torch.relu(conv2d(x, w[0], w[1], (2, 2), "same"))
    x = batch_normalization(x, w[2:6], training)
    x = torch.tanh(conv2d(x, w[6], w[7], (1, 1), "valid"))
    x = max_pooling(x, (2, 2), (2, 2), "same")
    x = average_pooling(x, (2, 2), (1, 1), "same")
    x = x.reshape(len(x), -1)
    x = batch_normalization(x, w[8:12], training)
    return torch.softmax(x @ w[12] + w[13], 1)


def wave(shape, factor):
    """Numbers that any language makes again: sin(1), sin(2), ... times a factor, row by row."""
    return (torch.sin(torch.arange(1, math.prod(shape) + 1, dtype=torch.float64)) * factor).reshape(shape)


def train():
    shapes = [(3, 3, 2, 3), (3,), (3,), (3,), (3,), (3,), (1, 2, 3, 4), (4,), (16,), (16,), (16,), (16,), (16, 3), (3,)]
    fixed = {2: 1., 3: 0., 4: 0., 5: 1., 8: 1., 9: 0., 10: 0., 11: 1.}
    w = [torch.full(s, fixed[i]) if i in fixed else wave(s, .5) for i, s in enumerate(shapes)]
    learned = [t.requires_grad_() for i, t in enumerate(w) if i not in (4, 5, 10, 11)]
    x, labels = wave((6, 7, 8, 2), 1.), torch.tensor([0, 1, 2, 0, 1, 2])
    losses = []
    for _ in range(4):
        loss = -torch.log(network(x, w, True)[torch.arange(6), labels]).mean()
        for t in learned:
            t.grad = None
        loss.backward()
        with torch.no_grad():
            for t in learned:
                t -= .1 * t.grad
        losses.append(loss.item())
    with torch.no_grad():
        outputs = network(x, w, False)
    return [{"name": "network", "losses": losses, "weights": [t.detach().flatten().tolist() for t in w], "outputs": outputs.flatten().tolist()}]


def measure():
    """Scores halfway between two of Keras's 200 thresholds, many of them equal: there its area is the exact one."""
    random = np.random.default_rng(6)

    def scores(y):
        return (np.clip(np.round(random.normal(80 + 40 * y, 40)), 0, 198) + .5) / 199
    y = random.integers(0, 2, 300)
    one = scores(y)
    labels = random.integers(0, 4, 200)
    rows = scores(np.eye(4, dtype=int)[labels])
    flat = np.eye(4, dtype=int)[labels].ravel()
    return [
        {
            "name": "single", "y": y.tolist(), "scores": one.tolist(), "auc": metrics.roc_auc_score(y, one), "accuracy": metrics.accuracy_score(y, one > .5),
            "precision": metrics.precision_score(y, one > .5), "recall": metrics.recall_score(y, one > .5),
            "recall_0.7": metrics.recall_score(y, one > .7)},
        {
            "name": "rows", "labels": labels.tolist(), "scores": rows.ravel().tolist(), "auc": metrics.roc_auc_score(flat, rows.ravel()),
            "precision": metrics.precision_score(flat, rows.ravel() > .5), "recall": metrics.recall_score(flat, rows.ravel() > .5)}]


for name, content in (("layers", train()), ("metrics", measure())):
    (here / f"{name}.json").write_text(json.dumps(content) + "\n")
