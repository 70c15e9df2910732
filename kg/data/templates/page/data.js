// The records of the page, joined up, and the few ways to put text on it. Text enters as text nodes only.
const data = JSON.parse(document.getElementById("data").textContent);
const { words, labels, articles, sentences, figures, targets } = data;
const $ = (id) => document.getElementById(id);

const say = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const label = (name) => labels[name] ?? name;
const folded = (text) => text.normalize("NFKC").toLowerCase(); // letters of any width and case as one

function el(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG.has(tag) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}
const narrow = matchMedia("(max-width: 900px)");
const SVG = new Set(["svg", "path", "circle", "rect", "line", "polyline", "g", "text"]);
const button = (content, onclick, attributes = {}) => el("button", { type: "button", onclick, ...attributes }, content);

const nodes = data.nodes.map((row, id) => ({
  id, type: row.type, name: row.label, alias: row.alias ?? [], spell: row.spell, code: row.code, said: row.said ?? [],
  x: row.x, y: row.y, group: row.group, facts: [], figures: [], targets: [], near: new Set(), degree: 0,
}));
const facts = [...data.edges, ...data.dates].map(([s, relation, o, post, confidence, said], id) => ({
  id, s, relation, o: typeof o === "number" ? o : null, when: typeof o === "number" ? null : o, post, confidence, said,
}));
for (const fact of facts) {
  nodes[fact.s].facts.push(fact);
  if (fact.o === null) continue;
  if (fact.o !== fact.s) nodes[fact.o].facts.push(fact);
  nodes[fact.s].near.add(fact.o);
  nodes[fact.o].near.add(fact.s);
}
figures.forEach((figure) => {
  figure.said ??= [];
  new Set([figure.about, figure.by]).forEach((id) => id !== undefined && nodes[id].figures.push(figure));
});
targets.forEach((target) => {
  target.said ??= [];
  new Set([target.of, target.by]).forEach((id) => id !== undefined && nodes[id].targets.push(target));
});
for (const node of nodes) node.degree = node.near.size;

const types = [...new Set([...data.classes, ...nodes.map((node) => node.type).sort()])].filter((type) => nodes.some((node) => node.type === type));
const relations = [...new Set(facts.map((fact) => fact.relation))].sort((a, b) => {
  const order = Object.keys(labels);
  return order.indexOf(a) - order.indexOf(b);
});
const SHAPES = {
  Agency: "square", Programme: "hexagon", Regulation: "diamond", Publication: "triangleDown", Organization: "dot", Person: "triangle", Place: "star",
};
const shape = (type) => SHAPES[type] ?? "dot";

const dateOf = (said) => articles[sentences[said][0]].date;
const articleTitle = (article) => article.headline ?? say("untitled");
const today = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
};
const chinese = new Intl.NumberFormat(document.documentElement.lang);
const number = (count) => chinese.format(count);

// A small drawing of a class's shape, for the legend and in front of names.
function mark(type) {
  const drawn = {
    square: "M3 3h10v10H3z", dot: "M8 2.5a5.5 5.5 0 1 0 .01 0z", diamond: "M8 1.5 14.5 8 8 14.5 1.5 8z", triangle: "M8 2 14.5 13.5h-13z",
    triangleDown: "M8 14 1.5 2.5h13z", hexagon: "M4.6 2.2h6.8L14.8 8l-3.4 5.8H4.6L1.2 8z",
    star: "M8 1l2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 12l-4.5 2.6 1.2-5L.8 6.2l5.1-.5z",
  };
  return el("svg", { class: "mark", viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true", "data-type": type },
    el("path", { d: drawn[shape(type)] }));
}
