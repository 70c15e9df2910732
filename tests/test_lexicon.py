"""The lexicons: every row tells its source, no form means two things of one class, the automaton finds what the tables say."""
import csv
from collections import defaultdict
from importlib.resources import files

import pytest

from kg import lexicon
from kg.errors import InvalidResource

FOLDER = files("kg") / "data" / "lexicons"
OWN = [table for table, _ in lexicon.NAMED] + ["agencies_local.tsv", "places.tsv", "places_ambiguous.tsv", "words.tsv",
                                                 "indicators.tsv", "indicator_wording.tsv", "unit_scales.tsv"]


@pytest.mark.parametrize("table", OWN)
def test_every_row_is_complete_and_tells_its_source(table):
    lines = (FOLDER / table).read_text("utf-8").splitlines()
    head = lines[0].split("\t")
    assert head[-1] == "source"
    for number, cells in enumerate(csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE), 2):
        assert len(cells) == len(head) and cells[0] and cells[-1], f"{table}, line {number}"


def test_no_form_means_two_things_of_one_class():
    meanings = defaultdict(set)
    for entry in lexicon._named():
        meanings[entry.type, entry.form].add(entry.name)
    assert {form: names for form, names in meanings.items() if len(names) > 1} == {}


def test_paraphrases_lead_to_central_organs():
    central = {row["name"] for row in lexicon.rows("agencies_central.tsv")}
    assert {row["name"] for row in lexicon.rows("agencies_paraphrases.tsv")} <= central


def test_codes_of_places_are_unique_and_have_a_province():
    codes = [row["code"] for row in lexicon.rows("places.tsv")]
    assert len(codes) == len(set(codes)) and all(len(code) == 6 and code.isdigit() for code in codes)
    assert {code[:2] + "0000" for code in codes} <= set(codes)


def test_a_row_without_source_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "data" / "lexicons"
    folder.mkdir(parents=True)
    (folder / "broken.tsv").write_text("name\tforms\tkind\tsource\n某局\t\tstate\t\n", "utf-8")
    monkeypatch.setattr(lexicon, "files", lambda package: tmp_path)
    with pytest.raises(InvalidResource, match=r"broken\.tsv, line 2"):
        lexicon.rows("broken.tsv")


def test_forms_are_found_with_all_their_meanings():
    found = {text: {entry.type for entry in entries} for start, end, entries in lexicon.find_forms("吉林省医保局副局长")
             for text in ["吉林省医保局副局长"[start:end]]}
    assert found["吉林"] == found["吉林省"] == {"Division"}
    assert found["医保局"] == {"Organ"} and "Title" in found["副局长"]


def test_organs_are_completed_by_level():
    assert lexicon.organs()["人社局"].province == "人力资源和社会保障局"
    assert lexicon.organs()["人社部门"].province == "人力资源和社会保障厅"
    assert lexicon.organs()["卫健委"].below == "卫生健康委员会"
