"""A finished build as an object for notebooks and scripts: what ``kg.load(DIR)`` gives."""
from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.api.facts import Fact, Facts
from kg.api.finding import Finder, UnknownEntity
from kg.api.frames import MissingExtra, to_frame
from kg.api.tables import TABLES, Citation, Source, Table, of_view
from kg.errors import InvalidBuild
from kg.folder import settle
from kg.identifiers import Minter
from kg.model import Entity, Figure, KnowledgeBase, Ref, Statement, Target

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame
    from rdflib import Graph

__all__ = ["Build", "Citation", "Fact", "MissingExtra", "UnknownEntity"]

PARTS = ("graph.ttl", "graph.json", "articles.jsonl", "manifest.json")


class Build:
    """A finished build; each part is read when it is first asked for.

    >>> import kg
    >>> build = kg.load("output")
    >>> build
    <policy-kg build output: 5 documents, 30 articles>

    The methods that give tables need pandas (``pip install 'policy-kg[notebook]'``); all others do without.
    """

    def __init__(self, folder: Path) -> None:
        settle(folder)
        self.folder = folder
        if missing := [name for name in PARTS if not (folder / name).is_file()]:
            raise InvalidBuild(f"{folder}: holds no finished build ({', '.join(missing)} missing); run `kg build INPUT --output {folder}` first")

    def __repr__(self) -> str:
        counts = self.manifest["counts"]
        return f"<policy-kg build {self.folder}: {counts['documents']} documents, {counts['articles']} articles>"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The account of the build: inputs with their hashes, versions, counts, and what was skipped and why."""
        data: dict[str, Any] = self.parse(json.loads, "manifest.json")
        return data

    @cached_property
    def graph(self) -> Graph:
        """Everything as an rdflib graph, with the prefixes of the ontology bound; a large one is held by Oxigraph.

        >>> len(build.graph) > 1000
        True
        """
        from kg.rdf import prefixes
        from kg.store import open_graph

        graph = open_graph(self.folder)
        for prefix, namespace in prefixes(self.manifest["baseIri"]).items():
            graph.bind(prefix, namespace)
        return graph

    @cached_property
    def network(self) -> MultiDiGraph[str]:
        """Entities, figures and targets as a networkx network whose nodes are the IRIs of `graph`.

        >>> sorted({data["type"] for _, data in build.network.nodes(data=True)})[:3]
        ['Agency', 'Figure', 'Organization']
        """
        from networkx import node_link_graph

        network: MultiDiGraph[str] = self.parse(lambda text: node_link_graph(json.loads(text), edges="edges"), "graph.json")
        return network

    @cached_property
    def kb(self) -> KnowledgeBase:
        """The records: what `entities` and its like show as tables. Of each article it holds the sentences that are cited."""
        from kg.reload import to_knowledge_base

        return to_knowledge_base(self.graph, self.folder)

    def parse(self, read: Any, name: str) -> Any:
        """What a function makes of the text of a file of the build."""
        try:
            return read((self.folder / name).read_text("utf-8"))
        except (ValueError, KeyError, TypeError) as error:
            raise InvalidBuild(f"{self.folder / name}: broken ({error}); build it again") from error

    @cached_property
    def source(self) -> Source:
        """What the tables are made from, as CSV and Parquet take it too."""
        lines = self.parse(lambda text: [json.loads(line) for line in text.splitlines()], "articles.jsonl")
        return Source(self.kb, Minter(self.manifest["baseIri"]), {line["id"]: line["text"] for line in lines})

    @cached_property
    def texts(self) -> dict[str, str]:
        """The whole texts of the articles by the ids that `kb` has for them: what `kg.views.gaps` reads."""
        return {article.id: self.source.texts[self.source.minter.article(article)] for article in self.kb.articles}

    def table(self, name: str) -> DataFrame:
        """One of `kg.api.tables.TABLES` as a data frame."""
        return self.filled(TABLES[name])

    def frame(self, rows: Iterable[Any]) -> DataFrame:
        """Facts, or what a view of `kg.views` gives, as a table: entities by name, days as days, then the first sentence behind each row.

        >>> build.frame(build.facts_of("人脸识别技术应用安全管理办法"))[["subject", "relation", "date"]].values.tolist()[-1]
        ['人脸识别技术应用安全管理办法', 'effectiveFrom', Timestamp('2025-03-21 00:00:00')]
        """
        return self.filled(of_view(rows, self.source))

    def filled(self, table: Table) -> DataFrame:
        """A table with its rows as a data frame."""
        return to_frame(table.columns, table.rows(self.source))

    def entities(self) -> DataFrame:
        """Entities: IRI, class, full name, other names, code, and the first sentence of each with its article and day.

        >>> entities = build.entities()
        >>> entities.loc[entities.name == "国家医疗保障局", ["type", "aliases"]].values.tolist()
        [['Agency', ('国家医保局',)]]
        """
        return self.table("entities")

    def statements(self) -> DataFrame:
        """Relations and dates: subject, relation, object; ``day`` is the first day of a date that is as precise as the text.

        >>> statements = build.statements()
        >>> statements[statements.relation == "effectiveFrom"][["subject", "object", "day"]].values.tolist()
        [['人脸识别技术应用安全管理办法', '2025-06-01', Timestamp('2025-06-01 00:00:00')]]
        """
        return self.table("statements")

    def figures(self) -> DataFrame:
        """Figures: ``value`` as binary float for arithmetic and plots, ``exact`` with all its digits, ``start`` and ``end`` of its period.

        ``indicator`` is what is printed, ``of_indicator`` the indicator that gathers all wordings of the same thing.

        >>> figures = build.figures()
        >>> figures.dtypes[["value", "exact", "end", "unit"]].astype(str).tolist()
        ['float64', 'string', 'datetime64[s]', 'category']
        """
        return self.table("figures")

    def targets(self) -> DataFrame:
        """Targets: the clause, the last day on which it is due, what it belongs to, who sets it, its figure.

        >>> build.targets().deadline.max().year >= 2027
        True
        """
        return self.table("targets")

    def articles(self) -> DataFrame:
        """Articles: document, headline, source, date, and the text as repaired from the page.

        >>> len(build.articles())
        30
        """
        return self.table("articles")

    def evidence(self) -> DataFrame:
        """Every sentence that supports something: ``id`` is the IRI of the entity, relation, figure or target.

        >>> merged = build.targets().merge(build.evidence(), on="id", suffixes=("", "_of_evidence"))
        >>> len(merged) >= len(build.targets())
        True
        """
        return self.table("evidence")

    def ask(self, question: str, **values: str) -> DataFrame:
        """The answers to a question as text: one in SPARQL (the prefixes need no declaration), or one of `kg ask` by its name and parameters.

        Of the latter, ``claims`` are the IRIs of the facts that a row rests on: the ``id`` of `evidence`.

        >>> build.ask("SELECT (COUNT(?a) AS ?articles) WHERE { ?a a pk:Article }").values.tolist()
        [['30']]
        >>> build.ask("posts", agency="国家医保局", title="局长").person.tolist()
        ['李滔', '章轲', '颜清辉']
        """
        from kg.ask import ask
        from kg.query import answer

        if "{" in question:
            answers = answer(self.graph, question)
            return to_frame(dict.fromkeys(answers.columns, "text"), answers.rows)
        told = ask(self.graph, question, values)
        rows = ((*row, claims) for row, claims in zip(told.answers.rows, told.claims, strict=True))
        return to_frame({**dict.fromkeys(told.answers.columns, "text"), "claims": "names"}, rows)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.kb)

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.source)

    def find(self, text: str, limit: int = 12) -> list[Entity]:
        """Entities by any name or a part of it, by pinyin (``guojiayibao``) or initials (``gjybj``), the best first.

        >>> [entity.name for entity in build.find("医保局", limit=1)]
        ['国家医疗保障局']
        """
        return self.finder.find(text, limit)

    def evidence_of(self, record: Entity | Statement | Figure | Target) -> tuple[Citation, ...]:
        """The sentences that support a record, each with headline, document and date.

        >>> print(build.evidence_of(build.find("rlsbjsyy")[0])[0])
        “新华社北京3月21日电国家互联网信息办公室、公安部近日联合公布《人脸识别技术应用安全管理办法》。”（两部门发文规范应用人脸识别技术处理人脸信息活动，新华社，000_43373e52c00c2672.txt，2025-03-21）
        """
        return tuple(map(self.source.told, record.evidence))

    def facts_of(self, entity: Entity | Ref | str) -> list[Fact]:
        """Every relation that an entity has, every figure about it or stated by it, every target of it or set by it.

        >>> for fact in build.facts_of("人脸识别技术应用安全管理办法"):
        ...     print(fact)
        中华人民共和国公安部 · 发布 · 人脸识别技术应用安全管理办法
        国家互联网信息办公室 · 发布 · 人脸识别技术应用安全管理办法
        人脸识别技术应用安全管理办法 · 施行日期 · 2025-06-01

        Raises:
            UnknownEntity: No entity bears the name, or several do.
        """
        return self.facts.of(self.ref(entity))

    def paths(self, first: Entity | Ref | str, last: Entity | Ref | str, *, longest: int = 3, most: int = 10) -> list[tuple[Fact, ...]]:
        """Simple paths of at most ``longest`` relations between two entities, whichever way these point, the shortest ones first.

        >>> for path in build.paths("公安部", "国家互联网信息办公室", longest=2):
        ...     print(" | ".join(map(str, path)))
        中华人民共和国公安部 · 起草 · 大型网络平台个人信息保护规定（征求意见稿） | 国家互联网信息办公室 · 起草 · 大型网络平台个人信息保护规定（征求意见稿）
        中华人民共和国公安部 · 发布 · 人脸识别技术应用安全管理办法 | 国家互联网信息办公室 · 发布 · 人脸识别技术应用安全管理办法
        """
        return self.facts.paths(self.ref(first), self.ref(last), longest=longest, most=most)

    def ref(self, entity: Entity | Ref | str) -> Ref:
        """Identity of an entity that is given as a record or by any of its names."""
        if isinstance(entity, str):
            return self.finder.bearer(entity).ref
        return entity.ref if isinstance(entity, Entity) else entity
