// What is chosen: a node or an article, the depth, the tab and the filters. It lives in the address, after the #.
const TABS = ["map", "facts", "figures", "targets", "nodes", "articles"];
const state = { node: null, article: null, depth: 1, tab: "map", off: new Set(), without: new Set(), from: "", to: "" };
const watchers = [];
const watch = (react) => watchers.push(react);

const address = new Map(nodes.map((node) => [`${node.type}:${node.name}`, node.id]));

function change(news) {
  Object.assign(state, news);
  const hash = writeHash();
  if (hash !== location.hash.slice(1)) history.pushState(null, "", `#${hash}`);
  watchers.forEach((react) => react(news));
}

function writeHash(from = state) {
  const parts = new URLSearchParams();
  if (from.node !== null) parts.set("n", `${nodes[from.node].type}:${nodes[from.node].name}`);
  if (from.article !== null) parts.set("a", articles[from.article].id);
  if (from.depth !== 1) parts.set("d", from.depth);
  if (from.tab !== "map") parts.set("tab", from.tab);
  if (from.off.size) parts.set("off", [...from.off].sort().join(" "));
  if (from.without.size) parts.set("without", [...from.without].sort().join(" "));
  if (from.from) parts.set("from", from.from);
  if (from.to) parts.set("to", from.to);
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
    tab: TABS.includes(parts.get("tab")) ? parts.get("tab") : "map",
    off: list("off", types), without: list("without", relations), from: day("from"), to: day("to"),
  };
}

const choose = (id) => change({ node: id, article: null });
const chooseArticle = (id) => change({ article: id, node: null });
const letGo = () => change({ node: null, article: null, depth: 1 });

// Filters. A count follows the other filters: classes are counted under the relations and dates, relations under classes and dates.
const inTime = (said) => (!state.from && !state.to) || said.some((one) => {
  const date = dateOf(one);
  return date && (!state.from || date >= state.from) && (!state.to || date <= state.to);
});
const classesOn = (fact) => !state.off.has(nodes[fact.s].type) && (fact.o === null || !state.off.has(nodes[fact.o].type));
const factOn = (fact) => !state.without.has(fact.relation) && inTime(fact.said) && classesOn(fact);
const related = (node) => !state.without.size || node.facts.some((fact) => !state.without.has(fact.relation) && inTime(fact.said));
const nodeOn = (node) => !state.off.has(node.type) && (inTime(node.said) || node.facts.some(factOn)) && related(node);
const aboutOn = (id) => id === undefined || !state.off.has(nodes[id].type);
const figureOn = (figure) => aboutOn(figure.about) && inTime(figure.said);
const targetOn = (target) => aboutOn(target.of) && inTime(target.said);

let shown;
function refilter() {
  shown = {
    nodes: nodes.filter(nodeOn), facts: facts.filter(factOn), figures: figures.filter(figureOn), targets: targets.filter(targetOn),
    articles: articles.map((_, id) => id).filter((id) => {
      const { date } = articles[id];
      return (!state.from && !state.to) || (date && (!state.from || date >= state.from) && (!state.to || date <= state.to));
    }),
  };
  shown.on = new Set(shown.nodes.map((node) => node.id));
}

function countTypes() {
  const counts = new Map(types.map((type) => [type, 0]));
  for (const node of nodes) if ((inTime(node.said) || node.facts.some((fact) => inTime(fact.said))) && related(node)) counts.set(node.type, counts.get(node.type) + 1);
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
