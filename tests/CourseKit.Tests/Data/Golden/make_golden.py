"""Writes points.csv: make_moons and make_blobs, and TensorFlow Playground's four sets drawn from numpy.random.RandomState."""
import numpy as np
from sklearn.datasets import make_blobs, make_moons


def playground(kind, n, noise, seed):
    r, points, labels = np.random.RandomState(seed), [], []
    for i in range(n):
        first = i < n // 2
        if kind == "circle":
            radius = r.uniform(0, 2.5) if first else r.uniform(3.5, 5)
            angle = r.uniform(0, 2 * np.pi)
            p = np.array([radius * np.sin(angle), radius * np.cos(angle)])
            label = np.hypot(*(p + r.uniform(-5, 5, 2) * noise)) < 2.5
        elif kind == "xor":
            p = r.uniform(-5, 5, 2)
            p = p + np.where(p > 0, .3, -.3)
            q = p + r.uniform(-5, 5, 2) * noise
            label = q[0] * q[1] >= 0
        elif kind == "gaussians":
            p, label = r.normal(2 if first else -2, np.sqrt(.5 + 7 * noise), 2), first
        else:
            k = i % (n // 2) / (n // 2)
            angle = 1.75 * k * 2 * np.pi + (0 if first else np.pi)
            p, label = np.array([5 * k * np.sin(angle), 5 * k * np.cos(angle)]) + r.uniform(-1, 1, 2) * noise, first
        points.append(p)
        labels.append(int(label))
    order = r.permutation(n)
    return np.array(points)[order], np.array(labels)[order]


sets = {
    "moons": make_moons(7, noise=.1, random_state=3),
    "moons without noise": make_moons(6, random_state=1),
    "blobs": make_blobs(8, centers=3, random_state=5),
    **{kind: playground(kind, 8, .25, 2) for kind in ("circle", "xor", "gaussians", "spiral")},
}
with open("points.csv", "w") as file:
    print("set,x1,x2,y", file=file)
    for name, (x, y) in sets.items():
        for p, label in zip(x, y):
            print(f"{name},{float(p[0])!r},{float(p[1])!r},{label}", file=file)
