"""Whatever happens while a build is written, the folder holds one whole build, the old or the new one."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_kb import small_kb

from kg import exporters
from kg.errors import InvalidBuild
from kg.exporters import write_build
from kg.folder import FINISHED, KEPT, UNFINISHED, locked, settle

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree", "open")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


@pytest.fixture
def labelled(monkeypatch):
    """A build of three files and a folder, each of which holds the label of its build; the folder is made by odd builds only."""

    def use(label: int) -> None:
        def write_label(kb, path, *, base_iri):
            path.write_text(str(label), "utf-8")

        def write_folder(kb, path, *, base_iri):
            if label % 2:
                path.mkdir()
                (path / "one.txt").write_text(str(label), "utf-8")

        monkeypatch.setattr(exporters, "EXPORTERS", {"a": write_label, "texts": write_folder, "b": write_label, "c": write_label})

    return use


def in_child(work, *, kill_at: int = -1) -> int:
    """The exit code of a process of its own that does the work; at the given step of the file system it ends as if killed."""
    child = os.fork()
    if child == 0:
        count = 0

        def step(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            count += event in STEPS
            if count == kill_at:
                os._exit(9)

        sys.addaudithook(step)
        try:
            work()
        except InvalidBuild:
            os._exit(1)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def labels(folder: Path) -> tuple[set[str], set[str]]:
    """The labels of the files of a build, and its names."""
    files = [path for path in folder.rglob("*") if path.is_file() and KEPT not in path.parts and UNFINISHED not in path.parts]
    return {path.read_text("utf-8") for path in files}, {path.relative_to(folder).as_posix() for path in files}


NAMES = {"0": {"a", "b", "c"}, "1": {"a", "b", "c", "texts/one.txt"}}


@needs_fork
@pytest.mark.parametrize("new", [0, 1])
def test_a_kill_at_any_step_leaves_the_old_or_the_new_build(tmp_path, labelled, new):
    outcomes = []
    for step in range(1, 200):
        folder = tmp_path / str(step)
        labelled(1 - new)
        write_build(small_kb(), folder)
        labelled(new)
        code = in_child(lambda folder=folder: write_build(small_kb(), folder), kill_at=step)
        if (folder / FINISHED).is_dir():
            in_child(lambda folder=folder: settle(folder), kill_at=5)
        settle(folder)
        (label,), names = labels(folder)
        assert names == NAMES[label] and not (folder / FINISHED).exists()
        outcomes.append(int(label))
        if code == 0:
            break
    assert code == 0 and len(outcomes) > 20
    assert outcomes == sorted(outcomes, key=lambda label: label == new) and {*outcomes} == {0, 1}, "first the old build, then the new one"
    write_build(small_kb(), tmp_path / "5")
    assert labels(tmp_path / "5")[0] == {str(new)} and not (tmp_path / "5" / UNFINISHED).exists()


@needs_fork
def test_a_full_disk_leaves_the_old_build(tmp_path):
    import resource

    write_build(small_kb(), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    def write_little():
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        write_build(small_kb(), tmp_path)

    assert in_child(write_little) == 1
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_two_builds_do_not_share_a_folder_and_a_dead_one_holds_nothing(tmp_path):
    code = "import sys; from pathlib import Path; from kg.folder import locked\nwith locked(Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline()
        with pytest.raises(InvalidBuild, match=f"process {other.pid} is building here"):
            write_build(small_kb(), tmp_path)
        assert not (tmp_path / "manifest.json").exists()
        other.send_signal(signal.SIGKILL) if hasattr(signal, "SIGKILL") else other.kill()
        other.wait()
    with locked(tmp_path):
        write_build(small_kb(), tmp_path)
    assert (tmp_path / "manifest.json").exists()
