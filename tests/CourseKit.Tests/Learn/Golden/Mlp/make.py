#!/usr/bin/env python3
"""Makes mlp.json: MLPClassifier and MLPRegressor of scikit-learn 1.2.1 over the whole of their settings.
usage: python3 make.py > mlp.json      (Debian 12: apt-get install python3-sklearn)

Samples: load_digits, pixels divided by `scale`, the first `train` images to fit and the next 80 to predict.
Targets: "ten" the digit; "three" digit % 3; "two" 3 + 5 * (digit > 4); "value" the digit as a number; "values" digit and mean pixel."""
import contextlib, io, json, random, warnings
import numpy as np
from sklearn.datasets import load_digits
from sklearn.neural_network import MLPClassifier, MLPRegressor

DIGITS = load_digits()
TEST = 80


def targets(kind, digit, x):
    return {"ten": digit, "three": digit % 3, "two": 3 + 5 * (digit > 4), "value": digit.astype(float),
            "values": np.column_stack([digit, x.mean(axis=1)])}[kind]


def samples(case):
    dtype = np.float32 if case.get("float32") else np.float64
    x = (DIGITS.data / case["scale"]).astype(dtype)
    y = targets(case["target"], DIGITS.target, DIGITS.data / 16)
    n = case["train"]
    return x[:n], y[:n], x[n:n + TEST], y[n:n + TEST]


def run(case):
    x, y, x_test, y_test = samples(case)
    regression = case["target"].startswith("value")
    model = (MLPRegressor if regression else MLPClassifier)(**case["params"], verbose=case["params"].get("solver") != "lbfgs")
    printed, raised = io.StringIO(), []
    with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        for step in case["steps"]:
            if "set" in step:
                model.set_params(**step["set"])
            if step["do"] == "fit":
                model.fit(x, y)
            elif regression:
                model.partial_fit(x, y)
            else:
                model.partial_fit(x, y, classes=np.unique(y))
    out = dict(case)
    out["n_iter"] = model.n_iter_
    out["loss"] = float(model.loss_)
    if model.solver != "lbfgs":
        out["loss_curve"] = [float(v) for v in model.loss_curve_]
        out["best_loss"] = None if model.best_loss_ is None else float(model.best_loss_)
        out["validation_scores"] = [float(v) for v in model.validation_scores_ or []]
        if case.get("log"):
            out["printed"] = printed.getvalue().splitlines()
    out["warnings"] = [f"{w.category.__name__}: {w.message}" for w in raised if model.solver != "lbfgs"]
    predicted = model.predict(x_test)
    out["predictions"] = np.asarray(predicted).ravel().tolist()
    out["score"] = float(model.score(x_test, y_test))
    if not regression:
        out["probabilities"] = model.predict_proba(x_test[:3]).tolist()
    out["absolute_weights"] = [float(np.abs(c).sum()) for c in model.coefs_]
    out["absolute_biases"] = [float(np.abs(c).sum()) for c in model.intercepts_]
    return out


FIT = [dict(do="fit")]


def case(name, target="ten", train=260, scale=16, steps=FIT, log=False, float32=False, **params):
    params.setdefault("random_state", 7)
    params.setdefault("max_iter", 30)
    return dict(name=name, target=target, train=train, scale=scale, steps=steps, log=log, float32=float32, params=params)


def chosen():
    sgd = dict(solver="sgd", hidden_layer_sizes=[11], learning_rate_init=0.2)
    yield case("defaults", max_iter=12)
    yield case("linear model", hidden_layer_sizes=[], solver="sgd", learning_rate_init=0.5)
    yield case("two classes, adam", target="two", hidden_layer_sizes=[9], log=True)
    yield case("two classes, sure of its mistakes", target="two", scale=4, hidden_layer_sizes=[9], solver="sgd", learning_rate_init=0.1, activation="logistic")
    yield case("two classes, early stopping", target="two", early_stopping=True, hidden_layer_sizes=[9], learning_rate_init=0.02, n_iter_no_change=3, max_iter=60, log=True)
    yield case("two classes, early stopping of uneven parts", target="two", train=257, early_stopping=True, validation_fraction=0.37, **sgd)
    yield case("early stopping, sgd", early_stopping=True, n_iter_no_change=2, max_iter=80, log=True, **sgd)
    yield case("early stopping, adaptive", early_stopping=True, learning_rate="adaptive", n_iter_no_change=1, tol=0.02, max_iter=90, log=True, **sgd)
    yield case("stops by itself", tol=0.02, n_iter_no_change=3, max_iter=200, log=True, **sgd)
    yield case("adaptive until the rate is too small", learning_rate="adaptive", tol=0.05, n_iter_no_change=1, max_iter=300, log=True, **sgd)
    yield case("invscaling", learning_rate="invscaling", power_t=0.3, log=True, **sgd)
    yield case("invscaling with a strong power", learning_rate="invscaling", power_t=1.4, momentum=0.5, **sgd)
    yield case("batch larger than the set", batch_size=1000, log=True, **sgd)
    yield case("batches of one", batch_size=1, train=60, max_iter=5, solver="sgd", hidden_layer_sizes=[6], learning_rate_init=0.01)
    yield case("no shuffling", shuffle=False, batch_size=50, **sgd)
    yield case("strong penalty", alpha=5.0, batch_size=48, activation="tanh", **sgd)
    yield case("no penalty", alpha=0.0, batch_size=48, activation="tanh", **sgd)
    yield case("raw pixels, logistic", scale=1, activation="logistic", **sgd)
    yield case("adam with other decays", beta_1=0.7, beta_2=0.95, epsilon=1e-3, hidden_layer_sizes=[14, 6], activation="tanh", learning_rate_init=0.01)
    yield case("adam without momentum", beta_1=0.0, beta_2=0.0, epsilon=0.1, hidden_layer_sizes=[8], learning_rate_init=0.002)
    yield case("momentum of one", momentum=1.0, nesterovs_momentum=False, max_iter=8, solver="sgd", hidden_layer_sizes=[8], learning_rate_init=0.01)
    yield case("warm start", warm_start=True, max_iter=6, steps=FIT * 3, log=True, **sgd)
    yield case("warm start, adam, then more iterations", warm_start=True, max_iter=5, hidden_layer_sizes=[8], steps=[dict(do="fit"), dict(do="fit", set=dict(max_iter=9, learning_rate_init=0.01))], log=True)
    yield case("warm start with early stopping", warm_start=True, early_stopping=True, max_iter=7, steps=FIT * 2, log=True, **sgd)
    yield case("fit forgets", max_iter=6, steps=FIT * 2, **sgd)
    yield case("partial fit, sgd", steps=[dict(do="partial_fit")] * 6, log=True, **sgd)
    yield case("partial fit, adam, two classes", target="two", hidden_layer_sizes=[7], steps=[dict(do="partial_fit")] * 6)
    yield case("partial fit after fit", max_iter=4, learning_rate="invscaling", steps=[dict(do="fit")] + [dict(do="partial_fit")] * 3, **sgd)
    yield case("regression, adam", target="value", hidden_layer_sizes=[20], learning_rate_init=0.01, log=True)
    yield case("regression, sgd, tanh", target="value", solver="sgd", hidden_layer_sizes=[10], activation="tanh", learning_rate_init=0.02)
    yield case("regression, early stopping", target="value", hidden_layer_sizes=[15], early_stopping=True, learning_rate_init=0.02, n_iter_no_change=4, max_iter=60, log=True)
    yield case("regression of two values", target="values", hidden_layer_sizes=[12], learning_rate_init=0.01)
    yield case("regression of two values, sgd, penalty", target="values", solver="sgd", hidden_layer_sizes=[12], learning_rate_init=0.01, alpha=2.0, activation="logistic")
    yield case("regression of two values, early stopping", target="values", hidden_layer_sizes=[12], learning_rate_init=0.02, early_stopping=True)
    yield case("regression, partial fit", target="value", hidden_layer_sizes=[8], steps=[dict(do="partial_fit")] * 5)
    yield case("float32, sgd", float32=True, **sgd)
    yield case("float32, adam, two classes", float32=True, target="two", hidden_layer_sizes=[9])
    yield case("float32, regression", float32=True, target="value", hidden_layer_sizes=[9], learning_rate_init=0.01)
    for activation in ["relu", "tanh", "logistic", "identity"]:
        yield case(f"lbfgs, {activation}", activation=activation, solver="lbfgs", hidden_layer_sizes=[10], alpha=1.0, max_iter=400, tol=1e-5)
    yield case("lbfgs, linear model", solver="lbfgs", hidden_layer_sizes=[], alpha=2.0, max_iter=1000, tol=1e-7)
    yield case("lbfgs, two classes", target="two", solver="lbfgs", hidden_layer_sizes=[], alpha=1.0, max_iter=1000, tol=1e-7)
    yield case("lbfgs, regression", target="value", solver="lbfgs", hidden_layer_sizes=[], alpha=0.5, max_iter=1000, tol=1e-7)
    yield case("lbfgs, few iterations", solver="lbfgs", hidden_layer_sizes=[10], max_iter=4)


def drawn(count):
    """Settings drawn at random, so that no combination is left out because nobody thought of it."""
    pick = random.Random(20)
    for i in range(count):
        solver = pick.choice(["sgd", "sgd", "adam"])
        target = pick.choice(["ten", "ten", "three", "two", "value", "values"])
        params = dict(solver=solver, hidden_layer_sizes=pick.choice([[7], [12], [9, 6], [8, 7, 6]]),
                      activation=pick.choice(["relu", "tanh", "logistic", "identity"]), alpha=pick.choice([0.0, 1e-4, 0.1, 3.0]),
                      batch_size=pick.choice(["auto", 16, 37, 64, 500]), shuffle=pick.random() < 0.8, tol=pick.choice([1e-4, 1e-2, 0.05]),
                      n_iter_no_change=pick.choice([1, 2, 10]), random_state=pick.randrange(1000), max_iter=pick.choice([3, 10, 25]),
                      early_stopping=pick.random() < 0.35, validation_fraction=pick.choice([0.1, 0.25]))
        small = target.startswith("value")
        if solver == "sgd":
            params.update(learning_rate=pick.choice(["constant", "invscaling", "adaptive"]), momentum=pick.choice([0.0, 0.5, 0.9]),
                          nesterovs_momentum=pick.random() < 0.5, power_t=pick.choice([0.2, 0.5]), learning_rate_init=0.003 if small else pick.choice([0.02, 0.1]))
        else:
            params.update(learning_rate_init=pick.choice([0.001, 0.01]), beta_1=pick.choice([0.9, 0.8]), beta_2=pick.choice([0.999, 0.99]))
        yield case(f"drawn {i + 1}", target=target, train=pick.choice([150, 233, 260]), **params)


print("[" + ",\n".join(json.dumps(run(c), separators=(",", ":")) for c in [*chosen(), *drawn(60)]) + "]")
