"""Writes reports.json and scores.json beside this file with scikit-learn 1.2.1 on NumPy 1.24.2 (Debian 12, python3-sklearn)."""
import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

assert (sklearn.__version__, np.__version__) == ("1.2.1", "1.24.2"), "other versions, other numbers"
FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
FOLDER = FOLDER if FOLDER.is_dir() else FOLDER.parent
rng = np.random.RandomState(20240117)


def plain(value):
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(type(value))


def save(name, cases):
    lines = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":"), default=plain) for case in cases)
    (FOLDER / name).write_text("[\n" + lines + "\n]\n", encoding="utf-8")


def confusion(y_true, y_pred, labels):
    if labels is not None and (len(set(labels)) < len(labels) or not set(labels) & set(y_true)) or len(set(y_true)) > 30:
        return None
    return {str(by): m.confusion_matrix(y_true, y_pred, labels=labels, normalize=by) for by in (None, "true", "pred", "all")}


def report(name, y_true, y_pred, labels=None, names=None, digits=2, zero="warn"):
    y_true, y_pred = list(map(plain_label, y_true)), list(map(plain_label, y_pred))
    options = dict(labels=labels, zero_division=zero)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        text = m.classification_report(y_true, y_pred, target_names=names, digits=digits, **options)
        messages = list(dict.fromkeys(str(w.message) for w in caught))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = m.precision_recall_fscore_support(y_true, y_pred, **options)
        averages = {a: m.precision_recall_fscore_support(y_true, y_pred, average=a, **options)[:3] for a in ("micro", "macro", "weighted")}
        singles = {a: [score(y_true, y_pred, average=a, **options) for score in (m.precision_score, m.recall_score, m.f1_score)]
                   for a in averages}
        assert all(list(averages[a]) == singles[a] for a in averages)
    return dict(name=name, y_true=y_true, y_pred=y_pred, labels=labels, names=names, digits=digits, zero=str(zero), text=text,
                warnings=messages, rows=list(zip(*rows)), averages=averages, accuracy=m.accuracy_score(y_true, y_pred),
                confusion=confusion(y_true, y_pred, labels))


def plain_label(label):
    return label.item() if isinstance(label, np.generic) else label


def drawn(n, classes, right, skip=()):
    """n labels, predicted rightly with the given probability, never as one of `skip`."""
    y_true = rng.randint(0, classes, n)
    y_pred = np.where(rng.random_sample(n) < right, y_true, rng.randint(0, classes, n))
    for label in skip:
        y_pred[y_pred == label] = (label + 1) % classes
    return y_true, y_pred


def reports():
    yield report("three classes", [0, 1, 2, 2, 2], [0, 0, 2, 2, 1])
    yield report("three named classes", [0, 1, 2, 2, 2], [0, 0, 2, 2, 1], names=["class 0", "class 1", "class 2"])
    yield report("labels that are not all there", [1, 1, 1], [1, 1, 0], labels=[1, 2, 3])
    for zero in ("warn", 0, 1):
        yield report(f"a class never predicted, {zero}", [0, 0, 1, 1, 2, 2], [0, 0, 1, 1, 0, 1], zero=zero)
        yield report(f"a class never true, {zero}", [0, 0, 1, 1], [0, 2, 1, 2], zero=zero)
        yield report(f"nothing right, {zero}", [0, 0, 1, 1], [1, 1, 0, 0], zero=zero)
        yield report(f"disjoint classes, {zero}", [0, 0, 1], [2, 3, 2], zero=zero)
        yield report(f"a label without samples, {zero}", [0, 1, 1], [0, 1, 0], labels=[0, 1, 7], zero=zero)
        yield report(f"only labels without samples, {zero}", [0, 1, 1], [0, 1, 0], labels=[7, 8], zero=zero)
        yield report(f"one label without samples, {zero}", [0, 1, 1], [0, 1, 0], labels=[7], zero=zero)
        yield report(f"a label that is predicted only, {zero}", [0, 1, 1], [0, 1, 5], labels=[5], zero=zero)
        yield report(f"a label that is true only, {zero}", [0, 1, 5], [0, 1, 1], labels=[5], zero=zero)
    yield report("one class only, right", [3, 3, 3], [3, 3, 3])
    yield report("one class only, wrong", [3, 3, 3], [4, 4, 4])
    yield report("one sample", [3], [3])
    yield report("one label of many", *drawn(60, 4, .7), labels=[2])
    yield report("all labels in another order", *drawn(60, 4, .7), labels=[2, 0, 3, 1])
    yield report("a subset in another order", *drawn(60, 5, .7), labels=[3, 1])
    yield report("a subset with names", *drawn(60, 5, .7), labels=[3, 1], names=["drei", "eins"])
    yield report("a label twice", *drawn(30, 3, .7), labels=[1, 1, 2])
    yield report("fewer names than labels", *drawn(30, 3, .7), labels=[0, 1, 2], names=["a", "b"])
    yield report("more names than labels", *drawn(30, 3, .7), labels=[0, 1], names=["a", "b", "a name that is shown nowhere"])
    yield report("negative and large labels", [-5, 1000000007, -5, 3], [-5, 3, -5, 1000000007])
    yield report("long names", *drawn(40, 3, .8), names=["T-shirt/top", "a name that is longer than weighted avg", "x"])
    yield report("an empty name", *drawn(40, 3, .8), names=["", " ", "x"])
    yield report("names that are averages", *drawn(40, 3, .8), names=["accuracy", "macro avg", "weighted avg"])
    yield report("Persian names", *drawn(80, 10, .8), names=["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"])
    yield report("wide and combining names", *drawn(40, 4, .8), names=["猫と犬のどちらでもないもの", "e\u0301te\u0301", "👩‍👩‍👧‍👦 family", "𝒳𝒴𝒵"])
    yield report("names of markup", *drawn(40, 2, .8), names=["<b>&amp;</b>", "\"quoted\""])
    for digits in (0, 1, 3, 4, 8, 13, 20, 60):
        yield report(f"{digits} digits", *drawn(37, 3, .6), digits=digits)
    for digits in (0, 1, 2, 3):
        # 1/2, 1/4, 1/8, 1/16 … written with fewer digits than they have: ties
        y_true = [label for label in range(4) for _ in range(16)]
        y_pred = [0] * 2 + [1] * 14 + [1] * 6 + [0] * 10 + [2] * 10 + [0] * 6 + [3] * 14 + [2] * 2
        yield report(f"ties, {digits} digits", y_true, y_pred, digits=digits)
        yield report(f"ties of one class, {digits} digits", [1] * 8 + [0] * 8, [1] + [0] * 15, digits=digits)
    yield report("strings", ["cat", "dog", "pig", "cat", "dog", "pig"], ["cat", "pig", "dog", "cat", "cat", "dog"])
    yield report("strings by code point", ["b", "B", "a", "ä", "10", "9", "𝒳", "ﬀ"], ["B", "b", "a", "a", "9", "10", "𝒳", "ﬀ"])
    yield report("strings, some of them", list("abcabcabc"), list("abcacbaaa"), labels=["c", "a"], digits=3)
    yield report("two classes", *drawn(100, 2, .75))
    yield report("two classes, other numbers", [1, 2, 2, 1, 2], [2, 2, 2, 1, 1])
    yield report("ten classes", *drawn(797, 10, .9), digits=4)
    yield report("ten classes, three never predicted", *drawn(500, 10, .8, skip=(2, 5, 9)))
    yield report("thirty classes", *drawn(900, 30, .6), digits=6)
    yield report("two hundred classes", *drawn(2000, 200, .5), digits=17)
    for i in range(20):
        classes = rng.randint(2, 14)
        labels = None if i % 3 else [int(x) for x in rng.permutation(classes + 2)[:rng.randint(1, classes + 2)]]
        yield report(f"random {i}", *drawn(rng.randint(1, 120), classes, rng.random_sample()), labels=labels,
                     digits=int(rng.randint(0, 7)), zero=["warn", 0, 1][i % 3])


def binaries():
    for name, y_true, y_pred, positive in [
            ("zeros and ones", *drawn(50, 2, .7), 1), ("the zeros", *drawn(50, 2, .7), 0),
            ("minus and plus", [-1, 1, 1, -1, 1], [-1, -1, 1, 1, 1], -1), ("never predicted", [0, 1, 1, 0], [0, 0, 0, 0], 1),
            ("never true", [0, 0, 0], [1, 0, 0], 1), ("absent", [0, 0, 0], [0, 0, 0], 1)]:
        for zero in ("warn", 0, 1):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values = [score(y_true, y_pred, pos_label=positive, zero_division=zero)
                          for score in (m.precision_score, m.recall_score, m.f1_score)]
            yield dict(kind="binary", name=f"{name}, {zero}", y_true=y_true, y_pred=y_pred, positive=positive, zero=str(zero), value=values)


def probabilities(n, classes):
    raw = np.exp(3 * rng.randn(n, classes))
    return np.round(raw / raw.sum(axis=1, keepdims=True), 4)


def log_losses():
    def case(name, y_true, p, labels=None, eps="auto", dtype=np.float64):
        value = m.log_loss(y_true, np.asarray(p, dtype), labels=labels, eps=eps)
        return dict(kind="log_loss", name=f"{name}, {dtype.__name__}", y_true=y_true, p=p, labels=labels,
                    eps=None if eps == "auto" else eps, value=value)

    for n, classes in ((1, 2), (20, 2), (20, 3), (7, 7), (50, 10), (40, 20), (150, 3)):
        labels = list(range(classes))
        y = rng.randint(0, classes, n)
        p = probabilities(n, classes)
        yield case(f"{n} × {classes}", y, p, labels=labels)
        yield case(f"{n} × {classes}", y, p, labels=labels, dtype=np.float32)
    yield case("certain and right", [0, 1], [[1., 0.], [0., 1.]])
    yield case("certain and wrong", [0, 1], [[0., 1.], [1., 0.]])
    yield case("certain and wrong", [0, 1], [[0., 1.], [1., 0.]], dtype=np.float32)
    yield case("rows that do not sum to one", [0, 1, 2], [[.2, .2, .2], [.9, .9, .1], [3., -1., .5]])
    yield case("an epsilon", [0, 1], [[0., 1.], [1., 0.]], eps=1e-15)
    yield case("other labels", [5, 9, 7, 5], probabilities(4, 3))
    yield case("strings", ["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]])
    yield case("one column", [0, 1, 1, 0, 1], [.1, .8, 1., 0., .35])
    yield case("one column, one class", [1, 1], [.9, .25], labels=[0, 1])


def top_ks():
    for n, classes in ((1, 3), (30, 3), (60, 10)):
        y, p = rng.randint(0, classes, n), np.round(probabilities(n, classes), 1)
        for k in range(1, classes):
            yield dict(kind="top_k", name=f"{n} × {classes}, {k}", y_true=y, p=p, k=k, labels=list(range(classes)),
                       value=m.top_k_accuracy_score(y, p, k=k, labels=range(classes)))


def regressions():
    def case(name, y_true, y_pred):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            r2 = m.r2_score(y_true, y_pred)
        return dict(kind="regression", name=name, y_true=y_true, y_pred=y_pred, mse=m.mean_squared_error(y_true, y_pred),
                    r2=None if np.isnan(r2) else r2)

    yield case("four values", [3, -.5, 2, 7], [2.5, 0., 2, 8])
    yield case("perfect", [1., 2., 3.], [1., 2., 3.])
    yield case("constant and perfect", [2., 2.], [2., 2.])
    yield case("constant and wrong", [2., 2.], [2., 3.])
    yield case("one sample", [2.], [3.])
    yield case("three rows of two", [[.5, 1], [-1, 1], [7, -6]], [[0, 2], [-1, 2], [8, -5]])
    for n in (5, 7, 8, 9, 100, 128, 129, 1000):
        y = np.round(rng.randn(n), 4)
        yield case(f"{n}", y, np.round(y + .3 * rng.randn(n), 4))
    for shape in ((150, 1), (50, 2), (150, 9)):
        y = np.round(rng.randn(*shape) * 10 ** rng.uniform(-1, 3, shape[1]), 3)
        yield case("{} × {}".format(*shape), y, np.round(y + rng.randn(*shape), 4))


save("reports.json", reports())
save("scores.json", [*binaries(), *log_losses(), *top_ks(), *regressions()])
