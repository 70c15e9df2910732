// The side: an overview while nothing is chosen, else the facts of the chosen node or article with their sentences.
const live = $("live");
const announce = (text) => { live.textContent = text; };

function link(id) {
  const made = button("", () => choose(id), { class: "node", title: label(nodes[id].type) });
  made.append(mark(nodes[id].type), el("span", {}, nodes[id].name));
  return made;
}

// The sentence with names marked: the longest names first, no name inside another.
function marked(text, names) {
  const found = [];
  for (const name of [...new Set(names)].filter((one) => one && one.length > 1).sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if (found.every((other) => end <= other[0] || start >= other[1])) found.push([start, end]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  const parts = [];
  let last = 0;
  for (const [start, end] of found) {
    parts.push(text.slice(last, start), el("mark", {}, text.slice(start, end)));
    last = end;
  }
  return [...parts, text.slice(last)];
}

const namesOf = (...ids) => ids.filter((id) => id !== null && id !== undefined).flatMap((id) => [nodes[id].name, ...nodes[id].alias]);

function origin(articleId) {
  const article = articles[articleId];
  return el("span", { class: "origin" },
    articleLink(articleId),
    ` · ${article.source ?? say("unsourced")} · `, el("time", {}, article.date ?? say("undated")));
}

function articleLink(id) {
  return el("a", { class: "article", href: `#${writeHash({ ...state, article: id, node: null })}`, title: say("from_article"), onclick: (event) => { event.preventDefault(); chooseArticle(id); } }, articleTitle(articles[id]));
}

function quote(sentence, names) {
  const [articleId, text] = sentences[sentence];
  return el("blockquote", {}, el("p", {}, marked(text, names)), origin(articleId));
}

function quotes(said, names, most = 1) {
  const rest = said.slice(most);
  return [
    ...said.slice(0, most).map((one) => quote(one, names)),
    rest.length ? el("details", {}, el("summary", {}, say("more_said", { count: rest.length })), ...rest.slice(0, 60).map((one) => quote(one, names))) : null,
  ];
}

const heading = (text, count) => el("h3", {}, text, count === undefined ? null : el("span", { class: "count" }, number(count)));

function factRow(fact, self) {
  const outgoing = fact.s === self;
  const other = outgoing ? fact.o : fact.s;
  return el("li", { class: "fact" },
    el("div", { class: "claim" }, other === null ? el("time", {}, fact.when) : link(other), fact.post ? el("span", { class: "post" }, fact.post) : null),
    ...quotes(fact.said, [...namesOf(fact.s, fact.o), fact.post]));
}

function factGroups(node) {
  const groups = new Map();
  for (const fact of node.facts.filter(factOn)) {
    const outgoing = fact.s === node.id;
    const key = `${outgoing ? 0 : 1}${String(relations.indexOf(fact.relation)).padStart(2, "0")}`;
    if (!groups.has(key)) groups.set(key, { outgoing, relation: fact.relation, facts: [] });
    groups.get(key).facts.push(fact);
  }
  return [...groups.keys()].sort().map((key) => {
    const { outgoing, relation, facts: list } = groups.get(key);
    const title = outgoing ? `${label(relation)} →` : `← ${label(relation)}`;
    return el("section", { class: "group" }, heading(title, list.length), el("ul", {}, ...many(list, (fact) => factRow(fact, node.id), 30)));
  });
}

// The first rows, and a button for the next ones.
function many(list, row, most) {
  const made = list.slice(0, most).map(row);
  if (list.length <= most) return made;
  const more = el("li", { class: "more" }, button(say("more_items", { count: list.length - most }), () => more.replaceWith(...many(list.slice(most), row, most))));
  return [...made, more];
}

const measured = (figure) => `${figure.qualifier && !figure.text.includes(figure.qualifier) ? figure.qualifier : ""}${figure.text}`;
const period = (item) => (!item.start ? "" : item.start === item.end ? item.end : wholePeriod(item.start, item.end));
function wholePeriod(start, end) {
  const [a, b] = [start, end];
  if (a.slice(4) === "-01-01" && b.slice(4) === "-12-31") return a.slice(0, 4) === b.slice(0, 4) ? a.slice(0, 4) : `${a.slice(0, 4)} – ${b.slice(0, 4)}`;
  const last = new Date(Date.UTC(Number(b.slice(0, 4)), Number(b.slice(5, 7)), 0)).getUTCDate();
  if (a.slice(8) === "01" && Number(b.slice(8)) === last) return a.slice(0, 7) === b.slice(0, 7) ? a.slice(0, 7) : `${a.slice(0, 7)} – ${b.slice(0, 7)}`;
  return `${a} – ${b}`;
}

function figureRow(figure, self) {
  const arrow = { increase: "↑ ", decrease: "↓ " }[figure.direction] ?? "";
  const others = [figure.about, figure.by].filter((id) => id !== undefined && id !== self);
  return el("li", { class: "fact" },
    el("div", { class: "claim" }, el("span", {}, figure.indicator), el("strong", { class: "value" }, arrow + measured(figure)), period(figure) ? el("time", {}, period(figure)) : null),
    others.length ? el("div", { class: "others" }, ...[...new Set(others)].map(link)) : null,
    ...quotes(figure.said, [figure.text, figure.indicator]));
}

function due(deadline) {
  const days = Math.round((Date.parse(deadline) - Date.parse(today())) / 864e5);
  return days < 0 ? el("span", { class: "due past" }, say("due_past")) : el("span", { class: "due" }, say("due_in", { days: number(days) }));
}

function targetRow(target, self, withQuotes = true) {
  const others = [...new Set([target.of, target.by].filter((id) => id !== undefined && id !== self))];
  return el("li", { class: "fact" },
    el("div", { class: "when" }, target.deadline ? [el("time", {}, target.deadline), due(target.deadline)] : el("span", { class: "due past" }, say("no_deadline"))),
    el("p", { class: "aim" }, target.statement),
    others.length ? el("div", { class: "others" }, ...others.map(link)) : null,
    ...(withQuotes ? quotes(target.said, [target.statement, ...namesOf(target.of, target.by)]) : []));
}

function section(title, list, row, most = 12) {
  return list.length ? el("section", { class: "group" }, heading(title, list.length), el("ul", {}, ...many(list, row, most))) : null;
}

function nodeView(node) {
  const told = factGroups(node);
  const here = (on) => (item) => on(item);
  const used = new Set(node.facts.flatMap((fact) => fact.said));
  const rest = node.said.filter((one) => !used.has(one) && inTime([one]));
  return [
    el("div", { class: "head" }, el("span", { class: "kind" }, mark(node.type), label(node.type)), button("×", letGo, { class: "close", "aria-label": say("close"), title: say("close") })),
    el("h2", { id: "chosen" }, node.name),
    node.alias.length ? el("p", { class: "alias" }, `${say("also")} ${node.alias.join("、")}`) : null,
    node.code ? el("p", { class: "alias" }, `${say("code")} ${node.code}`) : null,
    section(say("targets"), comingFirst(node.targets.filter(here(targetOn))), (target) => targetRow(target, node.id)),
    ...(told.length ? told : [el("p", { class: "empty" }, say("no_facts"))]),
    section(say("figures"), node.figures.filter(here(figureOn)), (figure) => figureRow(figure, node.id)),
    rest.length ? el("section", { class: "group" }, heading(say("said"), rest.length), el("ul", {}, ...many(rest, (one) => el("li", { class: "fact" }, quote(one, namesOf(node.id))), told.length ? 3 : 10))) : null,
  ];
}

function articleView(id) {
  const article = articles[id];
  const mine = (said) => said.some((one) => sentences[one][0] === id);
  const named = shown.nodes.filter((node) => mine(node.said)).sort((a, b) => b.degree - a.degree || a.id - b.id);
  const told = shown.facts.filter((fact) => mine(fact.said));
  return [
    el("div", { class: "head" }, el("span", { class: "kind" }, say("articles")), button("×", letGo, { class: "close", "aria-label": say("close"), title: say("close") })),
    el("h2", { id: "chosen" }, articleTitle(article)),
    el("p", { class: "alias" }, `${article.source ?? say("unsourced")} · ${article.date ?? say("undated")} · ${article.document}`),
    named.length ? el("section", { class: "group" }, heading(say("entities_here"), named.length), el("div", { class: "chips" }, ...named.map((node) => link(node.id)))) : el("p", { class: "empty" }, say("nothing")),
    section(say("targets"), comingFirst(shown.targets.filter((target) => mine(target.said))), (target) => targetRow(target)),
    section(say("facts_here"), told, (fact) => el("li", { class: "fact" },
      el("div", { class: "claim triple" }, link(fact.s), el("span", { class: "relation" }, label(fact.relation)), fact.o === null ? el("time", {}, fact.when) : link(fact.o), fact.post ? el("span", { class: "post" }, fact.post) : null),
      ...quotes(fact.said.filter((one) => sentences[one][0] === id), namesOf(fact.s, fact.o))), 20),
    section(say("figures"), shown.figures.filter((figure) => mine(figure.said)), (figure) => figureRow(figure), 20),
  ];
}

const undated = (list) => list.filter((target) => !target.deadline).length;
const noDeadlines = (list) => say(undated(list) ? "no_deadlines_of" : "no_deadlines", { count: number(undated(list)) });
const byDeadline = (a, b) => (a.deadline ?? "9999").localeCompare(b.deadline ?? "9999");
// What is still to come first, then what is past, the latest first, then what has no deadline.
function comingFirst(list) {
  const now = today();
  const rank = (target) => (!target.deadline ? 2 : target.deadline >= now ? 0 : 1);
  return [...list].sort((a, b) => rank(a) - rank(b) || (rank(a) === 1 ? byDeadline(b, a) : byDeadline(a, b)));
}

function ranking(title, type) {
  const list = shown.nodes.filter((node) => node.type === type && node.degree).sort((a, b) => b.degree - a.degree || a.id - b.id).slice(0, 6);
  if (!list.length) return null;
  const most = list[0].degree;
  return el("section", { class: "group" }, heading(title), el("ol", { class: "rank" }, ...list.map((node) => el("li", {},
    link(node.id), el("span", { class: "bar" }, el("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true", "data-type": type }, el("rect", { width: (100 * node.degree) / most, height: 6, rx: 1 }))),
    el("span", { class: "count", title: say("links", { count: node.degree }) }, number(node.degree))))));
}

function communityRow({ group, name, members }) {
  const open = state.open.has(group);
  return el("li", {}, button([open ? "▾ " : "▸ ", name, el("span", { class: "count" }, ` ${number(members.length)}`)], () => toggleCommunity(group),
    { class: "community", "aria-expanded": String(open), "data-name": `c${group}` }));
}

function communityList() {
  const list = communities();
  const lastOpen = list.findLastIndex(({ group }) => state.open.has(group));
  return section(say("communities"), list, communityRow, Math.max(12, lastOpen + 1));
}

function overview() {
  const dated = shown.targets.filter((target) => target.deadline).sort(byDeadline);
  const coming = dated.filter((target) => target.deadline >= today());
  const listed = coming.length ? coming.slice(0, 5) : dated.slice(-4).reverse();
  const latest = shown.articles.filter((id) => articles[id].date).sort((a, b) => articles[b].date.localeCompare(articles[a].date) || a - b).slice(0, 5);
  return [
    el("h2", { id: "chosen" }, say("overview")),
    nodes.length ? null : el("p", { class: "empty" }, say("no_nodes")),
    el("dl", { class: "totals" }, ...[["nodes", shown.nodes], ["facts", shown.facts], ["figures", shown.figures], ["targets", shown.targets]].map(([key, list]) =>
      el("div", {}, el("dt", {}, say(key)), el("dd", {}, button(number(list.length), () => change({ tab: key }))))) ),
    el("section", { class: "group" }, heading(say("next_deadlines")),
      dated.length ? null : el("p", { class: "empty" }, targets.some((target) => target.deadline) ? say("nothing") : noDeadlines(targets)),
      dated.length && !coming.length ? el("p", { class: "empty" }, say("no_coming")) : null,
      el("ul", {}, ...listed.map((target) => targetRow(target, undefined, false))),
      shown.targets.length > listed.length ? button(say("all_targets", { count: shown.targets.length }), () => change({ tab: "targets" }), { class: "plain" }) : null),
    shown.nodes.length > LIMIT ? communityList() : null,
    ranking(say("top_agencies"), "Agency"),
    ranking(say("top_programmes"), "Programme"),
    latest.length ? el("section", { class: "group" }, heading(say("latest")), el("ul", { class: "latest" }, ...latest.map((id) => el("li", {},
      el("time", {}, articles[id].date), articleLink(id))))) : null,
    el("p", { class: "made" }, say("made")),
  ];
}

function showPanel(still = false) {
  const view = state.node !== null ? nodeView(nodes[state.node]) : state.article !== null ? articleView(state.article) : overview();
  const panel = $("detail");
  const [place, focused] = [still ? panel.scrollTop : 0, still ? document.activeElement?.getAttribute("data-name") : null];
  panel.replaceChildren(...view.filter(Boolean));
  panel.scrollTop = place;
  if (focused) [...panel.querySelectorAll("[data-name]")].find((one) => one.getAttribute("data-name") === focused)?.focus();
  panel.setAttribute("aria-label", $("chosen").textContent);
}
