"""Reading files: encodings, identifiers, sidecars, and one clear line for each bad input."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import InvalidResource, UnreadableInput
from kg.readers import find_inputs, read_document

TEXT = "国家医保局近日发布通知，明确了有关政策。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str):
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    assert read_document(tmp_path / "a.txt", "a.txt").text == TEXT


def test_a_short_text_needs_no_everyday_letters(tmp_path: Path):
    (tmp_path / "a.txt").write_text("青源市海田区税务局纳税服务股股长王芳介绍，该局推出“税费优惠政策直达快享”措施。\n", encoding="utf-8")
    assert read_document(tmp_path / "a.txt", "a.txt").text.startswith("青源市")


@pytest.mark.parametrize(("data", "cause"), [
    (b"", "is empty"),
    (b"  \n\n", "is empty"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "NUL bytes"),
    (b"plain English text only\n", "no Chinese text"),
    (b"\xff\xfe\x80", "no whole text in UTF-16"),
    (("国" * 200_000).encode(), "line of 200,000"),
])
def test_bad_inputs(tmp_path: Path, data: bytes, cause: str):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=cause):
        read_document(path, "a.txt")


def test_missing_file(tmp_path: Path):
    with pytest.raises(UnreadableInput, match="no such file"):
        read_document(tmp_path / "none.txt", "none.txt")


def test_unknown_kind(tmp_path: Path):
    (tmp_path / "a.xyz").write_text(TEXT, "utf-8")
    with pytest.raises(UnreadableInput, match=r"\.xyz"):
        read_document(tmp_path / "a.xyz", "a.xyz")


def test_private_use_letters_keep_their_places(tmp_path: Path):
    (tmp_path / "a.txt").write_text("国家\ue001医保局的通知。", "utf-8")
    assert read_document(tmp_path / "a.txt", "a.txt").text == "国家\ufffd医保局的通知。"


def test_inputs_do_not_depend_on_order(tmp_path: Path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", "README.md", "x.bin"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    found = [row.identifier for row in find_inputs([tmp_path])]
    assert found == ["a.md", "b.txt", "sub/c.txt"]
    assert [row.identifier for row in find_inputs([tmp_path / "b.txt", tmp_path])] == found
    assert [row.identifier for row in find_inputs([tmp_path / "b.txt", tmp_path / "a.md"])] == ["a.md", "b.txt"]


def test_two_files_of_one_name_keep_apart(tmp_path: Path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, "utf-8")
    assert [row.identifier for row in find_inputs([tmp_path / "one", tmp_path / "two"])] == ["one/a.txt", "two/a.txt"]
    (tmp_path / "three" / "one").mkdir(parents=True)
    (tmp_path / "three" / "one" / "a.txt").write_text(TEXT, "utf-8")
    found = [row.identifier for row in find_inputs([tmp_path / name for name in ("one", "two", "three")])]
    assert found == [f"{tmp_path.name}/one/a.txt", "three/one/a.txt", "two/a.txt"]


def test_sidecar(tmp_path: Path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sources.toml").write_text('["a.txt"]\ndate = 2025-03-22\nplace = "河南省"\n', "utf-8")
    (row,) = find_inputs([tmp_path])
    assert row.metadata.date == date(2025, 3, 22) and row.metadata.place == "河南省"


@pytest.mark.parametrize("text", ["[a.txt", '["a.txt"]\ncolour = "red"\n', '["a.txt"]\ndate = "gestern"\n'])
def test_broken_sidecar(tmp_path: Path, text: str):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "sources.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidResource, match=r"sources\.toml"):
        find_inputs([tmp_path])
