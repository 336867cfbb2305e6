"""Writes splits.json and scalers.json beside this file with scikit-learn 1.2.1 on NumPy 1.24.2 (Debian 12, python3-sklearn)."""
import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from sklearn import model_selection as ms
from sklearn.neighbors import NearestCentroid
from sklearn.dummy import DummyRegressor
from sklearn.preprocessing import LabelBinarizer, MinMaxScaler, StandardScaler

assert (sklearn.__version__, np.__version__) == ("1.2.1", "1.24.2"), "other versions, other numbers"
FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
FOLDER = FOLDER if FOLDER.is_dir() else FOLDER.parent
rng = np.random.RandomState(20240118)


def plain(value):
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(type(value))


def save(name, cases):
    # NaN is written as null: JSON has no word for it
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), default=plain).replace("NaN", "null") for case in cases)
    (FOLDER / name).write_text("[\n" + lines + "\n]\n", encoding="utf-8")


def labels(counts):
    return rng.permutation(np.repeat(np.arange(len(counts)) * 3 - 2, counts))


def plain_splits():
    for n, test, train in ((10, None, None), (10, .15, None), (10, 3, None), (7, .5, None), (100, .29, None), (101, .333, None),
                           (150, .1, None), (10, None, 4), (10, None, .55),
                           (100, .2, .3), (100, 20, .305), (100, .205, 30), (2, 1, None), (10, .07, None)):
        for seed in (0, 1, 42):
            parts = ms.train_test_split(np.arange(n), test_size=test, train_size=train, random_state=seed)
            yield dict(kind="split", name=f"{n}, test {test}, train {train}, seed {seed}", n=n, test_size=test, train_size=train, seed=seed,
                       shuffle=True, train=parts[0], test=parts[1])
    for n, test, train in ((10, .25, None), (11, 3, 5), (9, None, .5)):
        parts = ms.train_test_split(np.arange(n), test_size=test, train_size=train, shuffle=False)
        yield dict(kind="split", name=f"{n}, test {test}, train {train}, no shuffling", n=n, test_size=test, train_size=train, seed=0,
                   shuffle=False, train=parts[0], test=parts[1])
    parts = ms.train_test_split(np.arange(60000), test_size=.15, random_state=42)
    yield dict(kind="sixty thousand", name="60000", train=parts[0][:20], test=parts[1][:20], weights=[
        int((p * np.arange(1, len(p) + 1)).sum()) for p in parts])


def stratified_splits():
    for counts, test in (((5, 5), .2), ((10, 20, 30), .25), ((2, 2, 2), 3), ((7, 7, 7, 7), .25), ((3, 5, 8, 13, 21), .15),
                         ((3, 3, 2, 3, 2, 3), 8), ((2, 50), .1), ((9, 9, 9, 9, 9), 7),
                         ((4, 4, 4, 4), 6), ((11, 17, 29), .5), ((6, 6, 6), .34), ((2,) * 9, 9)):
        y = labels(counts)
        for seed in (0, 1, 7):
            parts = ms.train_test_split(np.arange(len(y)), test_size=test, random_state=seed, stratify=y)
            yield dict(kind="stratified", name=f"{counts}, test {test}, seed {seed}", y=y, test_size=test, train_size=None, seed=seed,
                       train=parts[0], test=parts[1])
    y = labels((10, 20, 30))
    parts = ms.train_test_split(np.arange(60), test_size=.21, train_size=.37, random_state=5, stratify=y)
    yield dict(kind="stratified", name="a part left out", y=y, test_size=.21, train_size=.37, seed=5, train=parts[0], test=parts[1])


def folds():
    for n, k in ((10, 5), (11, 5), (14, 5), (3, 3), (23, 4)):
        for shuffle, seed in ((False, 0), (True, 0), (True, 3)):
            split = ms.KFold(k, shuffle=shuffle, random_state=seed if shuffle else None).split(np.zeros(n))
            yield dict(kind="folds", name=f"{n} in {k}, shuffle {shuffle}, seed {seed}", n=n, k=k, shuffle=shuffle, seed=seed,
                       tests=[test for _, test in split])
    for counts, k in (((5, 5), 5), ((10, 20, 30), 3), ((7, 11, 13), 4), ((3, 9), 5), ((1, 2, 8), 4), ((40, 4), 4), ((6,), 3)):
        y = labels(counts)
        for shuffle, seed in ((False, 0), (True, 0), (True, 3)):
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                split = list(ms.StratifiedKFold(k, shuffle=shuffle, random_state=seed if shuffle else None).split(np.zeros(len(y)), y))
            yield dict(kind="stratified folds", name=f"{counts} in {k}, shuffle {shuffle}, seed {seed}", y=y, k=k, shuffle=shuffle,
                       seed=seed, tests=[test for _, test in split], warnings=[str(w.message) for w in caught])


def validations():
    # wide enough apart that rounding decides nothing, near enough that the scores differ
    y = labels((12, 15, 18))
    x = np.round(rng.randn(45, 2) + y[:, None] * .5, 2)
    for name, cv in (("default", None), ("shuffled", ms.StratifiedKFold(4, shuffle=True, random_state=1)), ("plain", ms.KFold(3))):
        scores = ms.cross_validate(NearestCentroid(), x, y, cv=cv, return_train_score=True)
        yield dict(kind="classifier", name=name, x=x, y=y, test=scores["test_score"], train=scores["train_score"],
                   mean=scores["test_score"].mean(), std=scores["test_score"].std())
    scores = ms.cross_validate(DummyRegressor(), x, x[:, 0])
    yield dict(kind="regressor", name="mean", x=x, y=x[:, 0], test=scores["test_score"])


def matrices():
    yield "small", np.array([[0., 0], [0, 0], [1, 1], [1, 1]])
    yield "four by two", np.array([[-1, 2], [-.5, 6], [0, 10], [1, 18]])
    yield "constant columns", np.array([[1., 0, .1, 1e8 + .1], [2, 0, .1, 1e8 + .1], [4, 0, .1, 1e8 + .1]])
    yield "nearly constant", np.array([[1e9, 1], [1e9 + 1e-7, 1 + 1e-15], [1e9, 1]])
    yield "one row", np.array([[3., -1]])
    yield "one column", np.round(rng.randn(130, 1) * 7, 3)
    yield "missing values", np.where(rng.random_sample((12, 4)) < .2, np.nan, np.round(rng.randn(12, 4), 2))
    yield "a column of missing values", np.array([[1., np.nan], [2, np.nan]])
    yield "far from zero", np.round(rng.randn(12, 3) * [1e-3, 1, 1e3] + [1e3, 1e6, -1e9], 6)
    yield "pixels", rng.randint(0, 17, (10, 6)).astype(float)


def scalers():
    for name, x in matrices():
        for dtype in (np.float64, np.float32):
            typed, other = x.astype(dtype), (x[::-1] * 1.5 + .25).astype(dtype)
            for options in (dict(), dict(with_mean=False), dict(with_std=False)):
                with np.errstate(all="ignore"):
                    s = StandardScaler(**options).fit(typed)
                    case = dict(mean=s.mean_, var=s.var_, scale=s.scale_, fitted=s.transform(typed), other=s.transform(other),
                                back=s.inverse_transform(other))
                yield dict(kind="standard", name=f"{name}, {dtype.__name__}, {options}", x=x, **options, **case)
            for low, high, clip in ((0, 1, False), (-1, 2.5, True), (.1, .3, False)):
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    s = MinMaxScaler((low, high), clip=clip).fit(typed)
                    case = dict(data_min=s.data_min_, data_max=s.data_max_, data_range=s.data_range_, scale=s.scale_, min=s.min_,
                                fitted=s.transform(typed), other=s.transform(other), back=s.inverse_transform(other))
                yield dict(kind="min max", name=f"{name}, {dtype.__name__}, {low} to {high}", x=x, low=low, high=high, clip=clip, **case)


def binarizers():
    for name, y, options in (("three classes", [5, -1, 9, 5], {}), ("two classes", [7, 3, 3], {}), ("one class", [4, 4], {}),
                             ("other marks", [5, -1, 9, 5], dict(neg_label=-1, pos_label=1)),
                             ("other marks, two", [7, 3, 3], dict(neg_label=-2)),
                             ("zero is yes", [7, 3, 9], dict(neg_label=-1, pos_label=0))):
        b = LabelBinarizer(**options)
        marks = b.fit_transform(y)
        outputs = np.round(rng.uniform(-1.2, 1.2, (6, marks.shape[1])), 1)
        yield dict(kind="binarizer", name=name, y=y, neg=options.get("neg_label", 0), pos=options.get("pos_label", 1), classes=b.classes_,
                   marks=marks, outputs=outputs, inverse=b.inverse_transform(outputs), inverse_at=b.inverse_transform(outputs, .3))
    b = LabelBinarizer().fit([7, 3])
    outputs = np.round(rng.uniform(0, 1, (6, 2)), 1)
    yield dict(kind="binarizer", name="two classes, two columns", y=[7, 3], neg=0, pos=1, classes=b.classes_, marks=b.transform([7, 3]),
               outputs=outputs, inverse=b.inverse_transform(outputs), inverse_at=b.inverse_transform(outputs, .3))


save("splits.json", [*plain_splits(), *stratified_splits(), *folds(), *validations()])
save("scalers.json", [*scalers(), *binarizers()])
