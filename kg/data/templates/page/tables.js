// The tables: all that is drawn, and the figures and articles besides, sortable and reachable by keyboard.
const PAGE = 100;
const orders = { targets: ["deadline", 1], figures: ["period", -1], facts: ["subject", 1], nodes: ["degree", -1], articles: ["date", -1] };
const looked = {};
const text = (value) => el("span", {}, value ?? "");
const sourceOf = (said) => (said.length ? sentences[said[0]][0] : null);
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, ignorePunctuation: true });

const evidenceColumns = [
  { key: "evidence", wide: true, get: ({ said }) => (said.length ? sentences[said[0]][1] : ""), show: (row) => (row.said.length ? el("div", { class: "cited" }, el("span", { class: "quote" }, marked(sentences[row.said[0]][1], row.names ?? [])), origin(sourceOf(row.said))) : text("")) },
  ...["headline", "source", "date"].map((key) => ({ key, get: ({ said }) => articles[sourceOf(said)]?.[key] ?? "", show: null })),
];
const nodeColumn = (key, id) => ({ key, get: (row) => (id(row) === undefined || id(row) === null ? "" : nodes[id(row)].name), show: (row) => (id(row) === undefined || id(row) === null ? text("") : link(id(row))) });

const TABLES = {
  facts: {
    rows: () => listing.facts.map((fact) => ({ ...fact, names: namesOf(fact.s, fact.o) })),
    columns: [
      nodeColumn("subject", (row) => row.s),
      { key: "relation", short: true, get: (row) => label(row.relation), show: (row) => text(label(row.relation)) },
      { key: "object", get: (row) => (row.o === null ? row.when : nodes[row.o].name), show: (row) => (row.o === null ? el("time", {}, row.when) : link(row.o)) },
      { key: "post", get: (row) => row.post, show: (row) => text(row.post), hideEmpty: true },
      ...evidenceColumns,
    ],
  },
  figures: {
    rows: () => listing.figures.map((figure) => ({ ...figure, names: [figure.text] })),
    columns: [
      { key: "indicator", get: (row) => row.indicator, show: (row) => el("span", {}, row.indicator, row.measure === "level" ? null : el("small", { class: "tag" }, say(row.measure))) },
      { key: "value", numeric: true, get: (row) => Number(row.value), csv: (row) => row.value, show: (row) => el("span", { class: "value", title: row.value }, measured(row), row.direction ? el("small", {}, row.direction === "increase" ? " ↑" : " ↓") : null) },
      { key: "unit", short: true, get: (row) => row.unit ?? "", show: (row) => text(row.unit) },
      { key: "measure", get: (row) => say(row.measure), show: null },
      { key: "period", short: true, get: (row) => row.end ?? "", csv: period, show: (row) => text(period(row)) },
      nodeColumn("subject", (row) => row.about),
      nodeColumn("by", (row) => row.by),
      { key: "trend", get: (row) => (series.get(seriesKey(row)) ?? []).length || "", show: trend, csv: false, hideEmpty: true },
      ...evidenceColumns,
    ],
  },
  targets: {
    rows: () => listing.targets.map((target) => ({ ...target, names: [target.statement] })),
    columns: [
      { key: "deadline", get: (row) => row.deadline ?? "" }, { key: "statement", get: (row) => row.statement },
      nodeColumn("of", (row) => row.of), nodeColumn("committed", (row) => row.by), ...evidenceColumns,
    ],
  },
  nodes: {
    rows: () => listing.nodes,
    columns: [
      { key: "name", get: (row) => row.name, show: (row) => link(row.id) },
      { key: "class", short: true, get: (row) => label(row.type), show: (row) => text(label(row.type)) },
      { key: "also", wide: true, get: (row) => row.alias.join("、"), show: (row) => text(row.alias.join("、")) },
      { key: "degree", numeric: true, get: (row) => row.degree, show: (row) => text(number(row.degree)) },
      { key: "figures", numeric: true, get: (row) => row.figures.length, show: (row) => text(number(row.figures.length)) },
      { key: "targets", numeric: true, get: (row) => row.targets.length, show: (row) => text(number(row.targets.length)) },
      { key: "mentions", numeric: true, get: (row) => row.said.length, show: (row) => text(number(row.said.length)) },
    ],
  },
  articles: {
    rows: () => listing.articles.map((number) => ({ number, ...articles[number], ...told[number] })),
    columns: [
      { key: "headline", wide: true, get: (row) => row.headline ?? "", show: (row) => articleLink(row.number) },
      { key: "date", short: true, get: (row) => row.date ?? "", show: (row) => text(row.date ?? say("undated")) },
      { key: "source", get: (row) => row.source ?? "", show: (row) => text(row.source ?? say("unsourced")) },
      { key: "nodes", numeric: true, get: (row) => row.nodes, show: (row) => text(number(row.nodes)) },
      { key: "facts", numeric: true, get: (row) => row.facts, show: (row) => text(number(row.facts)) },
      { key: "figures", numeric: true, get: (row) => row.figures, show: (row) => text(number(row.figures)) },
      { key: "document", get: (row) => row.document, show: (row) => text(row.document) },
    ],
  },
};

// How much each article tells.
const told = articles.map(() => ({ nodes: 0, facts: 0, figures: 0 }));
for (const [key, list] of [["nodes", nodes], ["facts", facts], ["figures", figures]]) {
  for (const item of list) new Set(item.said.map((one) => sentences[one][0])).forEach((id) => { told[id][key] += 1; });
}

// Figures of one indicator at several times.
const seriesKey = (row) => [row.indicator, row.unit, row.measure, row.about].join("\u0001");
const series = new Map();
for (const figure of figures) if (figure.end) series.set(seriesKey(figure), [...(series.get(seriesKey(figure)) ?? []), figure]);
for (const [key, list] of series) {
  const times = new Map(list.sort((a, b) => a.end.localeCompare(b.end)).map((figure) => [figure.end, Number(figure.value)]));
  if (times.size > 1) series.set(key, [...times]); else series.delete(key);
}

function trend(row) {
  const points = series.get(seriesKey(row));
  if (!points) return text("");
  const values = points.map(([, value]) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const first = Date.parse(points[0][0]);
  const last = Date.parse(points.at(-1)[0]);
  const spot = ([time, value]) => [4 + (72 * (Date.parse(time) - first)) / (last - first), 20 - (high > low ? (16 * (value - low)) / (high - low) : 8)];
  const told = points.map(([time, value]) => `${time}: ${number(value)}`).join(" · ");
  return el("svg", { class: "trend", viewBox: "0 0 80 24", width: 80, height: 24, role: "img", "aria-label": told },
    el("polyline", { points: points.map((point) => spot(point).join(",")).join(" ") }), ...points.map((point) => el("circle", { cx: spot(point)[0], cy: spot(point)[1], r: 2.2 })));
}

function sorted(name) {
  const [key, way] = orders[name];
  const { get } = TABLES[name].columns.find((column) => column.key === key);
  const query = folded((looked[name] ?? "").trim());
  const kept = TABLES[name].rows().filter((row) => !query || TABLES[name].columns.some((column) => folded(String(column.get(row) ?? "")).includes(query)));
  return kept.map((row) => [get(row), row]).sort(([a], [b]) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    return way * (typeof a === "number" ? a - b : collator.compare(a, b));
  }).map(([, row]) => row);
}

const cellClass = ({ numeric, wide, short: narrow }) => (numeric ? "numeric" : wide ? "wide" : narrow ? "short" : null);

function showTable(name, limit = PAGE) {
  const panel = $(`panel-${name}`);
  const all = sorted(name);
  const columns = TABLES[name].columns.filter((column) => column.show && (!column.hideEmpty || all.some((row) => column.get(row))));
  const [key, way] = orders[name];
  const head = columns.map((column) => el("th", { scope: "col", class: cellClass(column), "aria-sort": column.key === key ? (way > 0 ? "ascending" : "descending") : "none" },
    button(`${say(column.key)}${column.key === key ? (way > 0 ? " ▲" : " ▼") : ""}`, () => {
      orders[name] = [column.key, column.key === key ? -way : column.numeric ? -1 : 1];
      showTable(name);
      panel.querySelector(`th:nth-child(${columns.indexOf(column) + 1}) button`).focus();
    })));
  const body = all.slice(0, limit).map((row) => el("tr", {}, ...columns.map((column) => el("td", { class: cellClass(column) }, column.show(row)))));
  const empty = all.length ? null : el("p", { class: "empty" }, whyEmpty(name));
  const table = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say(name) }, empty ?? el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body)),
    all.length > limit ? button(say("more_rows", { count: Math.min(PAGE, all.length - limit) }), () => showTable(name, limit + PAGE), { class: "plain" }) : null);
  showList(name, table, Math.min(limit, all.length), all.length);
}

// A list with its tools above; these stay when the list changes, so that nobody is torn out of typing.
function showList(name, list, length, count) {
  const panel = $(`panel-${name}`);
  if (!panel.firstChild) panel.append(listTools(name));
  const [tools, ...rest] = panel.children;
  tools.querySelector(".rows").textContent = say(length < count ? "rows" : "all_rows", { shown: number(length), count: number(count) });
  tools.querySelector(".scope").hidden = !isChosen(state);
  tools.querySelector(".scope input").checked = state.only;
  rest.forEach((child) => child.remove());
  panel.append(list);
}

// Why a list is empty: the texts tell nothing of the kind, or nothing of what is chosen, or the filters or the words looked for leave nothing.
const NONE = { facts: "none_facts", figures: "none_figures", targets: "none_targets", nodes: "no_nodes", articles: "none_articles" };
function whyEmpty(name) {
  if (!{ facts, figures, targets, nodes, articles }[name].length) return say(NONE[name]);
  if ((looked[name] ?? "").trim() && listing[name].length) return say("nothing_found", { query: looked[name].trim() });
  return isChosen(state) && state.only && shown[name].length ? say("nothing_chosen", { name: state.node === null ? articleTitle(articles[state.article]) : nodes[state.node].name }) : say("nothing");
}

function listTools(name) {
  const box = el("input", { type: "search", "aria-label": say("table_filter"), placeholder: say("table_filter"), oninput: () => { looked[name] = box.value; showTab(); } });
  const scope = el("label", { class: "scope" }, el("input", { type: "checkbox", onchange: (event) => change({ only: event.target.checked }) }), say("only_chosen"));
  return el("div", { class: "table-tools" }, box, scope, el("span", { class: "rows", role: "status" }));
}
