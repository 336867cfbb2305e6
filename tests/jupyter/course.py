"""Runs notebooks twice, by `coursekit run` and by Jupyter's own nbclient with the coursekit kernel, and compares what each cell puts out.

    python3 course.py COURSEKIT.dll NOTEBOOK.dib ...

Quick mode, offline. Prints one line for each notebook, and each difference. Exit code 1 if there is one. Needs Debian's python3-nbclient.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

KERNEL = "coursekit-csharp"
CELL_TIMEOUT = 300

# What is another in every run: times, speeds, the names of temporary files.
VARIES = [
    (re.compile(r"(\[[█ ▏▎▍▌▋▊▉]+\].*? \d+ of \d+ \w+), \d+:\d\d(?: · [\d.,]+ \w+/s| · [^·\n]+ each)?"), r"\1, <pace>"),
    (re.compile(r"\d[\d,.]*(?:e[+-]?\d+)?[ \u202f\u00a0]?(?:ns|[uµμ]s|ms|s|min|MB|GB|/s)\b"), "<measure>"),
    (re.compile(r"(?<=[ /])(?:coursekit-|tmp)[\w.-]+"), "<temporary>"),
]

# The columns of the course's tables that hold times.
TIMED = {"dur", "seconds", "ms a pass", "ms an epoch", "seconds to there"}


def command(dll, *arguments):
    done = subprocess.run(["dotnet", dll, *arguments], capture_output=True, text=True, env={**os.environ, "COURSEKIT_OFFLINE": "1"})
    return done.returncode, done.stdout + done.stderr


def steady(text):
    for pattern, word in VARIES:
        text = pattern.sub(word, text)
    return list(without_times(line.rstrip() for line in text.strip("\n").split("\n")))


def without_times(lines):
    width, timed = 0, []
    for line in lines:
        columns = re.split(r"\s{2,}", line.strip())
        header = [index for index, name in enumerate(columns) if name in TIMED]
        if header:
            width, timed = len(columns), header
        elif timed and len(columns) == width:
            line = "  ".join("<measure>" if index in timed else column for index, column in enumerate(columns))
        yield line


def outputs(cell):
    """(kind, text) of each output; neighbouring pieces of one stream are one."""
    found = []
    for output in cell.get("outputs", []):
        kind = output["output_type"]
        if kind == "stream":
            if found and found[-1][0] == output["name"]:
                found[-1] = (output["name"], found[-1][1] + output["text"])
            else:
                found.append((output["name"], output["text"]))
        elif kind == "error":
            found.append(("error", output["ename"] + ": " + output["evalue"]))
        else:
            found.append((kind + " " + " ".join(sorted(output["data"])), output["data"].get("text/plain", "")))
    return [(kind, steady(text)) for kind, text in found]


def by_runner(dll, notebook, folder):
    code, said = command(dll, "run", str(notebook), "--out", str(folder))
    result = folder / (notebook.stem + ".ipynb")
    if not result.exists():
        sys.exit(f"coursekit run {notebook}: a notebook with outputs is required; exit code {code}:\n{said}")
    return nbformat.read(result, 4), code


def by_jupyter(dll, notebook, folder):
    code, said = command(dll, "convert", str(notebook), "--to", "ipynb", "--out", str(folder))
    if code != 0:
        sys.exit(f"coursekit convert {notebook}: exit code {code}:\n{said}")
    document = nbformat.read(folder / (notebook.stem + ".ipynb"), 4)
    client = NotebookClient(document, timeout=CELL_TIMEOUT, kernel_name=KERNEL, resources={"metadata": {"path": str(notebook.parent)}})
    try:
        client.execute()
    except CellExecutionError:
        pass  # A cell that does not say that it fails has failed; it and those behind it differ.
    return document


def differences(ours, theirs):
    if len(ours.cells) != len(theirs.cells):
        yield 0, [f"{len(ours.cells)} cells"], [f"{len(theirs.cells)} cells"]
        return
    for number, (mine, other) in enumerate(zip(ours.cells, theirs.cells), 1):
        # A cell that the runner skips, or did not come to, says nothing about Jupyter's.
        ran = mine.cell_type == "code" and mine.get("execution_count") is not None
        if ran and outputs(mine) != outputs(other):
            yield number, outputs(mine), outputs(other)


def flat(found):
    return [line if isinstance(found[0], str) else f"[{line[0]}] {text}" for line in found for text in ([line] if isinstance(line, str) else line[1])] if found else ["nothing"]


def show(number, mine, other):
    mine, other = flat(mine), flat(other)
    for index in range(max(len(mine), len(other))):
        left = mine[index] if index < len(mine) else "nothing more"
        right = other[index] if index < len(other) else "nothing more"
        if left != right:
            print(f"    cell {number}: by coursekit run  {left[:200]}\n    cell {number}: by Jupyter        {right[:200]}")
            return


def main(dll, notebooks):
    differing = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        code, said = command(dll, "jupyter", "install", "--prefix", str(scratch / "prefix"))
        if code != 0:
            sys.exit(f"coursekit jupyter install: exit code {code}:\n{said}")
        os.environ["JUPYTER_PATH"] = str(scratch / "prefix" / "share" / "jupyter")
        os.environ["COURSEKIT_OFFLINE"] = "1"
        for notebook in map(lambda path: pathlib.Path(path).resolve(), notebooks):
            ours, verdict = by_runner(dll, notebook, scratch / "runner")
            theirs = by_jupyter(dll, notebook, scratch / "jupyter")
            found = list(differences(ours, theirs))
            ran = sum(cell.cell_type == "code" and cell.get("execution_count") is not None for cell in ours.cells)
            print(f"{notebook.name}: {ran} cells of code, {len(found)} differ (coursekit run: exit code {verdict})", flush=True)
            for difference in found:
                show(*difference)
            differing += len(found) + (ran == 0)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
