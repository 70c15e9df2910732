"""The formats besides plain text: what each reader gives, and one clear line for what it cannot read."""
from __future__ import annotations

import io
import zipfile
from datetime import date
from email.message import EmailMessage

import docx
import pytest
from bad_files import word
from typeset_pdf import MARGIN, new_canvas, set_newspaper, set_side_by_side

from kg.errors import UnreadableInput
from kg.exporters import write_build
from kg.layout import split_articles
from kg.model import Document
from kg.pipeline import build_knowledge_base
from kg.readers.formats import READERS
from kg.readers.mail import read_mail
from kg.readers.office import read_word
from kg.readers.pdf import read_pdf
from kg.readers.traditional import table
from kg.readers.web import read_web
from kg.validate import validate_build

STORIES = [
    ("海州省启动数字医保试点工作", [
        "本报海州6月1日讯（记者李明）记者从海州省医保局获悉，全省数字医保试点工作近日启动，首批覆盖12个市、86个县，参保群众可在线办理28项业务。",
        "据介绍，试点为期两年，由省医保局牵头，省财政厅、省卫生健康委配合实施。到2027年年底，全省将建成统一的医保信息平台，实现数据共享、业务协同、服务同质。",
        "省医保局有关负责人表示，下一步将总结经验，完善政策，让群众少跑腿、数据多跑路，切实提升群众的获得感。",
    ]),
    ("上半年全省粮食产量创新高", [
        "6月30日，省统计局发布数据显示，上半年全省粮食总产量达到1256.8万吨，同比增长3.2%，单产、总产均创历史新高。",
        "省农业农村厅介绍，今年以来全省落实高标准农田建设任务320万亩，推广良种良法，机收减损成效明显，为全年丰收打下了坚实的基础。",
        "各地正在抓紧抢种秋粮，加强田间管理，确保全年粮食播种面积稳定在4500万亩以上，守牢粮食安全的底线。",
    ]),
]


def articles(data: bytes) -> list[tuple[str | None, str]]:
    text, metadata = read_pdf(data)
    document = Document("a.pdf", text, "0" * 64, "pdf", metadata)
    return [(article.headline, article.text) for article in split_articles(document)]


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5])
def test_columns_of_a_newspaper_are_read_in_order(columns):
    expected = [(head, "\n".join(paragraphs)) for head, paragraphs in STORIES]
    assert articles(set_newspaper(STORIES, columns)) == expected


@pytest.mark.parametrize("each", [1, 2])
def test_articles_side_by_side_with_headlines_over_several_columns(each):
    stories = [(head[:8], paragraphs) for head, paragraphs in STORIES]
    assert articles(set_side_by_side(stories, each)) == [(head, "\n".join(paragraphs)) for head, paragraphs in stories]


def test_paragraph_over_two_pages_without_its_page_number():
    buffer, canvas = new_canvas()
    for number, lines in enumerate((["为贯彻落实国家有关工作部署，经省人民政府同意，", "现就有关事项通知如下，请"], ["认真组织实施。"]), 1):
        for row, line in enumerate(lines):
            canvas.setFont("STSong-Light", 16)
            canvas.drawString(MARGIN, 1100 - 28 * row, line)
        canvas.drawString(400, 60, f"— {number} —")
        canvas.showPage()
    canvas.save()
    assert read_pdf(buffer.getvalue())[0] == "为贯彻落实国家有关工作部署，经省人民政府同意，现就有关事项通知如下，请认真组织实施。\n"


def test_scan_is_said_to_be_one():
    buffer, canvas = new_canvas()
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.save()
    with pytest.raises(UnreadableInput, match=r"scan without a text layer.*ocrmypdf"):
        read_pdf(buffer.getvalue())


def test_encrypted_and_broken_pdf():
    buffer, canvas = new_canvas(encrypt="secret")
    canvas.drawString(100, 100, "x")
    canvas.save()
    with pytest.raises(UnreadableInput, match="encrypted"):
        read_pdf(buffer.getvalue())
    with pytest.raises(UnreadableInput, match="no PDF"):
        read_pdf(b"%PDF-1.7\n" + b"garbage" * 100)


def word_file(add) -> bytes:
    document = docx.Document()
    add(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word_headings_paragraphs_and_tables_in_order():
    def add(document):
        document.add_heading("海州省数据局关于印发数据办法的通知", 1)
        document.add_paragraph("各市人民政府：")
        table = document.add_table(2, 3)
        for cell, text in zip((cell for row in table.rows for cell in row.cells), ["指标", "单位", "数值", "参保人数", "万人", "320"], strict=True):
            cell.text = text
        table.rows[0].cells[0].merge(table.rows[0].cells[1])
        document.add_paragraph("请认真贯彻执行。")

    assert read_word(word_file(add))[0] == (
        "# 海州省数据局关于印发数据办法的通知\n\n各市人民政府：\n\n指标单位　数值\n\n参保人数　万人　320\n\n请认真贯彻执行。\n")


def test_word_with_changes_content_controls_and_text_boxes():
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>文件</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    parts = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件里的话。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>新增的话。</w:t></w:r></w:ins><w:del><w:r><w:delText>删去的话。</w:delText></w:r></w:del></w:p>"
        f"<w:p><w:r><w:t>正文</w:t></w:r>{box}</w:p>"
    )
    assert read_word(word(lambda text: text.replace("<w:body>", f"<w:body>{parts}")))[0].split("\n\n")[:4] == [
        "控件里的话。", "新增的话。", "正文", "文件"]


@pytest.mark.parametrize(("data", "cause"), [(b"\xd0\xcf\x11\xe0rest", "older Word document"), (b"PK\x03\x04rest", "no Word document"), (b"x", "no Word")])
def test_broken_word(data, cause):
    with pytest.raises(UnreadableInput, match=cause):
        read_word(data)


PAGE = """<html lang="zh"><head><meta charset="{charset}"><title>海州省印发数据办法</title>
<meta property="og:site_name" content="海州日报"><meta name="pubdate" content="2025-06-03"></head>
<body><div class="nav"><a href="/">首页</a> | <a href="/b">登录</a></div><article><h1>海州省印发数据办法</h1>
<p>海州省数据局6月1日印发《海州省数据管理办法》，对公共数据的归集、共享、开放和使用作出了明确的规定，自7月1日起施行。</p>
<h2>明确职责</h2><p>办法提出，到2027年年底，全省公共数据共享率达到95%以上，为企业和群众办事提供有力的支撑。</p>
<ul><li>建立数据目录</li></ul></article><div class="footer">版权所有</div><script>var x = "的";</script></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk", "big5"])
def test_web_page_gives_main_text_title_date_and_source(charset):
    page = PAGE.format(charset=charset)
    page = page.translate(TRADITIONAL) if charset == "big5" else page
    text, metadata = read_web(page.encode({"gb2312": "gb18030", "big5": "big5hkscs"}.get(charset, charset)))
    text = text.translate(table())
    assert text.startswith("# 海州省印发数据办法\n\n海州省数据局") and "首页" not in text and "版权" not in text and "var x" not in text
    assert (metadata.date, (metadata.source or "").translate(table())) == (date(2025, 6, 3), "海州日报")


TRADITIONAL = str.maketrans(
    "数据办关条归开对确规发报页录权为则众业务职责导标会国级医疗东进动过达质产从专请联应创与试点执认当续诺时间单实现",
    "數據辦關條歸開對確規發報頁錄權為則眾業務職責導標會國級醫療東進動過達質產從專請聯應創與試點執認當續諾時間單實現",
)


def test_traditional_characters_are_matched_and_quoted_as_printed(tmp_path):
    plain = "国家医疗保障局6月1日发布通知。\n\n国家医疗保障局介绍，全国医疗保障信息平台已覆盖约13.26亿人，到2027年年底将实现全国联通。\n"
    for name, text, encoding in (("a", plain, "utf-8"), ("b", plain.translate(TRADITIONAL), "big5hkscs")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_bytes(text.encode(encoding, "ignore"))
    simplified, traditional = (build_knowledge_base([tmp_path / name]) for name in ("a", "b"))
    assert [entity.ref for entity in traditional.entities] == [entity.ref for entity in simplified.entities]
    assert traditional.statements == simplified.statements
    (agency,) = (entity for entity in traditional.entities if entity.type == "Agency")
    assert "國家醫療保障局" in agency.aliases
    printed = traditional.documents[0].text
    for sentence in (sentence for article in traditional.articles for sentence in article.sentences):
        assert "".join(printed[start:end] for start, end in sentence.fragments) == sentence.text
    assert traditional.articles[0].sentences != simplified.articles[0].sentences


def test_half_width_marks_are_matched_and_quoted_as_printed(tmp_path):
    wide = "《海州省数据规划》提出，到2027年，开放数据1,200项；平台覆盖率达到95%，接入部门80个。\n"
    for name, text in (("a", wide), ("b", wide.translate(str.maketrans("，；", ",;")))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(text, "utf-8")
    full, half = (build_knowledge_base([tmp_path / name]) for name in ("a", "b"))
    assert [(figure.indicator, figure.value, figure.period) for figure in half.figures] == [(f.indicator, f.value, f.period) for f in full.figures]
    assert [target.deadline for target in half.targets] == [target.deadline for target in full.targets] != []
    assert half.articles[0].sentences[0].text == half.documents[0].text.strip()


def test_full_width_commas_within_numbers_are_matched_and_quoted_as_printed(tmp_path):
    (tmp_path / "a.txt").write_text("甲市财政局公布，净借款1，234，567万元，较预估的7，330亿元增加660亿元。2023，2024年两年没有借款。"
                                       "力争2024年底现金余额增至7，500亿元。\n", "utf-8")
    kb = build_knowledge_base([tmp_path])
    assert {figure.text: figure.value for figure in kb.figures} == {
        "1，234，567万元": 12_345_670_000, "7，330亿元": 733_000_000_000, "660亿元": 66_000_000_000, "7，500亿元": 750_000_000_000}
    assert [(target.statement, str(target.deadline)) for target in kb.targets] == [("力争2024年底现金余额增至7，500亿元", "2024-12-31")]
    assert kb.articles[0].sentences[0].text in kb.documents[0].text


def test_web_page_without_text():
    with pytest.raises(UnreadableInput, match="no main text"):
        read_web("<html><body><script>的</script></body></html>".encode())


def mail(body: str, kind: str = "plain", charset: str = "utf-8") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "关于印发数据办法的通知", "海州省数据局 <office@example.org>"
    message["Date"] = "Tue, 03 Jun 2025 08:30:00 +0800"
    message.set_content(body, subtype=kind, charset=charset)
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_mail_gives_subject_date_and_sender(charset):
    text, metadata = read_mail(mail("各市数据局：\n\n现将办法印发给你们。\n", charset=charset))
    assert text == "# 关于印发数据办法的通知\n\n各市数据局：\n\n现将办法印发给你们。\n"
    assert (metadata.date, metadata.source) == (date(2025, 6, 3), "海州省数据局")


def test_mail_in_html_goes_through_the_reader_of_web_pages():
    text, metadata = read_mail(mail(PAGE.format(charset="utf-8"), "html"))
    assert "首页" not in text and "自7月1日起施行" in text and metadata.source == "海州省数据局"


def test_attachments_alone_are_no_text():
    message = EmailMessage()
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(UnreadableInput, match="mail without text"):
        read_mail(message.as_bytes())


@pytest.mark.parametrize(("suffix", "package", "extra"), [(".pdf", "pypdfium2", "pdf"), (".docx", "docx", "office"), (".html", "trafilatura", "web")])
def test_missing_package_names_its_extra(monkeypatch, suffix, package, extra):
    monkeypatch.setattr("kg.readers.extras.find_spec", lambda name: None if name == package else object())
    assert READERS[suffix].extra == extra
    with pytest.raises(UnreadableInput, match=rf"needs {package}.*policy-kg\[{extra}\]"):
        READERS[suffix].read(b"x")


BODY = "海州省数据局6月1日印发《海州省数据管理办法》，自2025年7月1日起施行。"


def test_quotes_of_every_format_are_proved(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    buffer, canvas = new_canvas()
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(50, 800, BODY)
    canvas.save()
    files = {
        "a.pdf": buffer.getvalue(), "b.docx": word_file(lambda document: document.add_paragraph(BODY)), "c.html": PAGE.format(charset="utf-8").encode(),
        "d.eml": mail(BODY), "e.txt": BODY.encode("utf-16"), "f.md": f"# 海州省印发办法\n\n**{BODY}**\n".encode(),
    }
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        for name, data in files.items():
            (folder / name).write_bytes(data)
            archive.writestr(f"inner/{name}", data)
        archive.writestr("inner/table.xlsx", b"x")
    (folder / "picture.jpg").write_bytes(b"x")
    (folder / "sources.toml").write_text('["none.txt"]\nplace = "河南省"\n', "utf-8")
    kb = build_knowledge_base([folder])
    assert not kb.skipped
    assert [document.identifier for document in kb.documents] == sorted([*files, *(f"all.zip/inner/{name}" for name in files)])
    assert "all.zip: files of other kinds are not read: 1 .xlsx" in kb.notes
    assert "in: files of other kinds are not read: 1 .jpg" in kb.notes and "in/sources.toml: there is no file none.txt" in kb.notes
    assert any("all.zip/inner/a.pdf: has the same text as a.pdf" in note for note in kb.notes)
    write_build(kb, tmp_path / "out")
    report = validate_build(tmp_path / "out", [folder])
    assert (report.problems, report.notes) == ((), ())
    assert f"in {2 * len(files)} files" in report.summary
    written = tmp_path / "out" / "texts" / "all.zip" / "inner" / "a.pdf.txt"
    written.write_text(written.read_text("utf-8").replace("施行", "实行"), "utf-8")
    assert "is not what its reader gives" in validate_build(tmp_path / "out", [folder]).problems[0]


def test_structure_of_markdown(tmp_path):
    lines = ("# 海州省印发办法", "**海州省数据局**6月1日印发办法，详见[原文](http://example.org/a)。", "## 明确职责",
             "- 省数据局负责统筹工作。\n- 各市负责落实。", "> 引用的话。")
    (tmp_path / "a.md").write_text("\n\n".join(lines) + "\n", "utf-8")
    (article,) = build_knowledge_base([tmp_path]).articles
    assert [(sentence.role, sentence.text) for sentence in article.sentences] == [
        ("headline", "海州省印发办法"), ("body", "海州省数据局6月1日印发办法，详见原文。"), ("subhead", "明确职责"),
        ("body", "省数据局负责统筹工作。"), ("body", "各市负责落实。"), ("body", "引用的话。"),
    ]


def test_notice_with_its_signature_and_imprint():
    buffer, canvas = new_canvas()
    lines = [(66, "为加强公共数据的管理，促进数据共享和开发利用，经省人民政府同意，现将有关事"), (34, "项通知如下，请认真贯彻执行。"),
             (66, "附件：1.目录编制指南"), (114, "2.共享责任清单"), (420, "海州省人民政府办公厅"), (450, "2025年6月1日"),
             (34, "抄送：省委各部门，省人大常委会办公厅。")]
    for row, (left, line) in enumerate(lines):
        canvas.setFont("STSong-Light", 16)
        canvas.drawString(left, 1000 - 28 * row, line)
    canvas.drawString(34, 1000 - 28 * len(lines), "海州省人民政府办公厅")
    canvas.drawString(450, 1000 - 28 * len(lines), "2025年6月3日印发")
    canvas.save()
    assert read_pdf(buffer.getvalue())[0].split("\n\n") == [
        "为加强公共数据的管理，促进数据共享和开发利用，经省人民政府同意，现将有关事项通知如下，请认真贯彻执行。", "附件：1.目录编制指南", "2.共享责任清单",
        "海州省人民政府办公厅", "2025年6月1日", "抄送：省委各部门，省人大常委会办公厅。", "海州省人民政府办公厅　2025年6月3日印发\n",
    ]


def test_centred_lines_on_a_page_of_their_own_are_no_paragraph():
    buffer, canvas = new_canvas()
    for row, line in enumerate(["海州省医疗保障局", "海州省财政厅", "国家税务总局海州省税务局", "2025年6月1日"]):
        canvas.setFont("STSong-Light", 16)
        canvas.drawCentredString(400, 1000 - 28 * row, line)
    canvas.save()
    assert read_pdf(buffer.getvalue())[0].split() == ["海州省医疗保障局", "海州省财政厅", "国家税务总局海州省税务局", "2025年6月1日"]
