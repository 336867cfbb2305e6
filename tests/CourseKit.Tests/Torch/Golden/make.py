#!/usr/bin/python3
"""Writes runs.json. Debian 12: apt install python3-torch python3-skorch, then /usr/bin/python3 make.py."""
import json
import pathlib

import numpy as np
import torch
from skorch import NeuralNetClassifier
from torch import nn

runs = []

torch.manual_seed(0)
net = nn.Sequential(
    nn.Conv2d(1, 3, 3, padding=1), nn.BatchNorm2d(3), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(.25),
    nn.Conv2d(3, 4, 2, stride=1, bias=False), nn.Tanh(), nn.AvgPool2d(2), nn.Flatten(),
    nn.Linear(4, 6), nn.BatchNorm1d(6), nn.Sigmoid(), nn.Linear(6, 3))
first_weights = net[0].weight.detach().flatten().tolist()
x, y = torch.rand(8, 1, 6, 6), torch.tensor([0, 1, 2, 0, 1, 2, 0, 1])
optimizer, criterion, losses = torch.optim.SGD(net.parameters(), lr=.2, momentum=.9), nn.CrossEntropyLoss(), []
for _ in range(6):
    optimizer.zero_grad()
    loss = criterion(net(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
net.eval()
runs.append({
    "name": "cnn", "repr": str(net), "first_weights": first_weights, "losses": losses, "outputs": net(x).detach().flatten().tolist(),
    "keys": list(net.state_dict()), "running_mean": net[1].running_mean.tolist(), "running_var": net[10].running_var.tolist(),
    "num_batches_tracked": net[1].num_batches_tracked.item()})


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.network = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(.2), nn.Linear(8, 3))

    def forward(self, x):
        return self.network(x)


def fit(shuffle):
    torch.manual_seed(1)
    x = torch.rand(60, 4)
    y = (x[:, 0] * 3).long()
    out = []
    net = NeuralNetClassifier(
        Net, criterion=nn.CrossEntropyLoss, lr=1., max_epochs=8, batch_size=16, iterator_train__shuffle=shuffle,
        callbacks__print_log__sink=out.append)
    net.fit(x.numpy(), y.numpy().astype(np.int64))
    return {
        "name": "skorch, shuffled" if shuffle else "skorch", "labels": y.tolist(), "train_loss": net.history[:, "train_loss"],
        "valid_loss": net.history[:, "valid_loss"], "valid_acc": net.history[:, "valid_acc"], "predictions": net.predict(x.numpy()).tolist(),
        "probabilities": net.predict_proba(x.numpy())[:5].flatten().astype(float).tolist(), "log": [str(line) for line in out]}


runs += [fit(False), fit(True)]
pathlib.Path(__file__).with_name("runs.json").write_text("[\n" + ",\n".join(json.dumps(run) for run in runs) + "\n]\n")
