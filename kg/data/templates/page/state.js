// What is chosen: a node or an article, the depth, the tab, the filters and the opened communities. It lives in the address, after the #.
const TABS = ["map", "facts", "figures", "targets", "nodes", "articles"];
const state = { node: null, article: null, depth: 1, only: true, tab: "map", off: new Set(), without: new Set(), from: "", to: "", open: new Set() };
const watchers = [];
const watch = (react) => watchers.push(react);

const addressOf = (node) => `${node.type}:${node.name}`;
const address = new Map(nodes.map((node) => [addressOf(node), node.id]));
// A community is told by its most connected member, which another build may number otherwise.
const hubs = new Map();
for (const node of nodes) if (!hubs.has(node.group) || node.degree > hubs.get(node.group).degree) hubs.set(node.group, node);

function change(news) {
  Object.assign(state, news);
  const hash = writeHash();
  if (hash !== location.hash.slice(1)) history.pushState(null, "", `#${hash}`);
  watchers.forEach((react) => react(news));
}

function writeHash(from = state) {
  const parts = new URLSearchParams();
  if (from.node !== null) parts.set("n", addressOf(nodes[from.node]));
  if (from.article !== null) parts.set("a", articles[from.article].id);
  if (from.depth !== 1) parts.set("d", from.depth);
  if (!from.only && isChosen(from)) parts.set("all", 1);
  if (from.tab !== "map") parts.set("tab", from.tab);
  if (from.off.size) parts.set("off", [...from.off].sort().join(" "));
  if (from.without.size) parts.set("without", [...from.without].sort().join(" "));
  if (from.from) parts.set("from", from.from);
  if (from.to) parts.set("to", from.to);
  from.open.forEach((group) => parts.append("open", addressOf(hubs.get(group))));
  return parts.toString();
}

function readHash() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const day = (key) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(key) ?? "") ? parts.get(key) : "");
  const list = (key, known) => new Set((parts.get(key) ?? "").split(" ").filter((one) => known.includes(one)));
  const article = articles.findIndex((one) => one.id === parts.get("a"));
  const node = address.get(parts.get("n")) ?? null;
  return {
    node, article: node === null && article >= 0 ? article : null,
    depth: ["1", "2", "3"].includes(parts.get("d")) ? Number(parts.get("d")) : 1,
    only: !parts.has("all"), open: new Set(parts.getAll("open").filter((one) => address.has(one)).map((one) => nodes[address.get(one)].group)),
    tab: TABS.includes(parts.get("tab")) ? parts.get("tab") : "map",
    off: list("off", types), without: list("without", relations), from: day("from"), to: day("to"),
  };
}

const isChosen = ({ node, article }) => node !== null || article !== null;
// What is first chosen in a table leaves the table whole; else the tables narrow to it.
const narrowing = () => (state.tab === "map" || isChosen(state) ? state.only : false);
const choose = (id) => change({ node: id, article: null, only: narrowing() });
const chooseArticle = (id) => change({ article: id, node: null, only: narrowing() });
const letGo = () => change({ node: null, article: null, depth: 1, only: true });

// Filters. A count follows the other filters: classes are counted under the relations and dates, relations under classes and dates.
const dayOn = (day) => (!state.from && !state.to) || Boolean(day && (!state.from || day >= state.from) && (!state.to || day <= state.to));
const inTime = (said) => (!state.from && !state.to) || said.some((one) => dayOn(dateOf(one)));
const classesOn = (fact) => !state.off.has(nodes[fact.s].type) && (fact.o === null || !state.off.has(nodes[fact.o].type));
const factOn = (fact) => !state.without.has(fact.relation) && inTime(fact.said) && classesOn(fact);
const related = (node) => !state.without.size || node.facts.some((fact) => !state.without.has(fact.relation) && inTime(fact.said));
const heard = (node) => inTime(node.said) || node.facts.some((fact) => inTime(fact.said)) || node.targets.some((target) => dayOn(target.deadline));
const nodeOn = (node) => !state.off.has(node.type) && heard(node) && related(node);
const aboutOn = (id) => id === undefined || !state.off.has(nodes[id].type);
const figureOn = (figure) => aboutOn(figure.about) && inTime(figure.said);
const targetOn = (target) => aboutOn(target.of) && (inTime(target.said) || dayOn(target.deadline));

let shown;
let listing;
function refilter() {
  shown = {
    nodes: nodes.filter(nodeOn), facts: facts.filter(factOn), figures: figures.filter(figureOn), targets: targets.filter(targetOn),
    articles: articles.map((_, id) => id).filter((id) => dayOn(articles[id].date)),
  };
  shown.on = new Set(shown.nodes.map((node) => node.id));
}

function countTypes() {
  const counts = new Map(types.map((type) => [type, 0]));
  for (const node of nodes) if (heard(node) && related(node)) counts.set(node.type, counts.get(node.type) + 1);
  return counts;
}

function countRelations() {
  const counts = new Map(relations.map((relation) => [relation, 0]));
  for (const fact of facts) if (inTime(fact.said) && classesOn(fact)) counts.set(fact.relation, counts.get(fact.relation) + 1);
  return counts;
}

// The chosen node's neighbourhood: id → steps away.
function neighbourhood(id, depth) {
  const steps = new Map([[id, 0]]);
  let rim = [id];
  for (let step = 1; step <= depth; step += 1) {
    const next = [];
    for (const one of rim) {
      for (const fact of nodes[one].facts) {
        if (fact.o === null || !factOn(fact)) continue;
        const other = fact.s === one ? fact.o : fact.s;
        if (!steps.has(other)) { steps.set(other, step); next.push(other); }
      }
    }
    rim = next;
  }
  return steps;
}

// What the tables list: all that is shown, or only what belongs to the chosen node's neighbourhood or is told by the chosen article.
function listed() {
  if (!state.only || !isChosen(state)) return shown;
  if (state.article !== null) {
    const here = (item) => item.said.some((one) => sentences[one][0] === state.article);
    return { nodes: shown.nodes.filter(here), facts: shown.facts.filter(here), figures: shown.figures.filter(here), targets: shown.targets.filter(here), articles: shown.articles.filter((id) => id === state.article) };
  }
  const near = neighbourhood(state.node, state.depth);
  const inside = (...ends) => ends.some((id) => near.get(id) < state.depth);
  const found = {
    nodes: shown.nodes.filter(({ id }) => near.has(id)), facts: shown.facts.filter(({ s, o }) => inside(s, o)),
    figures: shown.figures.filter(({ about, by }) => inside(about, by)), targets: shown.targets.filter(({ of, by }) => inside(of, by)),
  };
  const telling = [...found.nodes.filter(({ id }) => inside(id)), ...found.facts, ...found.figures, ...found.targets].flatMap(({ said }) => said.map((one) => sentences[one][0]));
  return { ...found, articles: shown.articles.filter(Set.prototype.has, new Set(telling)) };
}
