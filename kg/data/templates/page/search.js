// The search box: characters in any width, aliases, full pinyin and initials.
const index = nodes.flatMap((node) => [node.name, ...node.alias].map((name, which) => {
  const syllables = (node.spell[which] ?? "").split(" ");
  const initials = syllables.map((one) => (/^\d/.test(one) ? one : one[0] ?? "")).join("");
  return { key: node.id, node, name, low: folded(name), full: syllables.join(""), initials, weight: node.degree, take: () => chooseShown(node) };
}));
const others = [
  ...targets.map((target, id) => ({
    key: `t${id}`, name: target.statement, low: folded(`${target.deadline ?? ""} ${target.statement}`), kind: say("targets"), when: target.deadline, weight: 0,
    take: () => (target.of ?? target.by) !== undefined ? chooseShown(nodes[target.of ?? target.by]) : change({ tab: "targets" }),
  })),
  ...articles.map((article, id) => ({ key: `a${id}`, name: articleTitle(article), low: folded(articleTitle(article)), kind: say("articles"), when: article.date, weight: 0, take: () => chooseArticle(id) })),
];

function chooseShown(node) {
  const off = new Set([...state.off].filter((type) => type !== node.type));
  change({ node: node.id, article: null, only: true, ...(off.size === state.off.size ? {} : { off }) });
}

function rank(entry, query, plain) {
  if (entry.low === query) return 0;
  if (entry.low.startsWith(query)) return entry.node ? 1 : 6;
  if (entry.low.includes(query)) return entry.node ? 2 : 6;
  if (!plain || !entry.node) return Infinity;
  if (entry.initials === plain || entry.full === plain) return 1;
  if (entry.initials.startsWith(plain) || entry.full.startsWith(plain)) return 3;
  if (plain.length > 1 && entry.initials.includes(plain)) return 4;
  return plain.length > 2 && entry.full.includes(plain) ? 5 : Infinity;
}

function find(text, limit = 12) {
  const query = folded(text.trim());
  if (!query) return [];
  const plain = /^[a-z0-9\s'’-]+$/.test(query) ? query.replace(/[\s'’-]/g, "") : "";
  const best = new Map();
  for (const list of [index, others]) {
    for (const entry of list) {
      const score = rank(entry, query, plain);
      const known = best.get(entry.key);
      if (score < Infinity && (!known || score < known[0])) best.set(entry.key, [score, entry]);
    }
  }
  return [...best.values()].sort(([a, one], [b, other]) => a - b || other.weight - one.weight || one.name.length - other.name.length).slice(0, limit).map(([, entry]) => entry);
}

const searchBox = $("search");
const results = $("results");
let offered = [];
let at = -1;

function offer() {
  offered = find(searchBox.value);
  at = offered.length ? 0 : -1;
  results.replaceChildren(...offered.map(({ node, name, kind, when }, place) => el("div",
    { role: "option", id: `option-${place}`, "aria-selected": String(place === 0), onmousedown: (event) => { event.preventDefault(); take(place); } },
    node ? mark(node.type) : null, el("span", { class: "found" }, node ? node.name : name), node && name !== node.name ? el("span", { class: "alias" }, name) : null,
    el("span", { class: "kind" }, [kind ?? label(node.type), when].filter(Boolean).join(" · ")))));
  const open = offered.length > 0;
  results.hidden = !open;
  searchBox.setAttribute("aria-expanded", String(open));
  const none = $("no-results");
  none.hidden = open || !searchBox.value.trim();
  none.textContent = none.hidden ? "" : say("search_none", { query: searchBox.value.trim() });
  if (searchBox.value.trim()) announce(open ? say("results", { count: offered.length }) : none.textContent);
  point();
}

function point() {
  [...results.children].forEach((option, place) => {
    option.setAttribute("aria-selected", String(place === at));
    if (place === at) option.scrollIntoView({ block: "nearest" });
  });
  if (at >= 0) searchBox.setAttribute("aria-activedescendant", `option-${at}`);
  else searchBox.removeAttribute("aria-activedescendant");
}

function take(place) {
  const chosen = offered[place];
  searchBox.value = "";
  offer();
  chosen.take();
  $("detail").focus({ preventScroll: !narrow.matches });
}

searchBox.addEventListener("input", offer);
searchBox.addEventListener("focus", () => searchBox.value && offer());
searchBox.addEventListener("blur", () => { results.hidden = true; searchBox.setAttribute("aria-expanded", "false"); });
searchBox.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!offered.length) return;
    at = (at + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length;
    point();
    event.preventDefault();
  } else if (event.key === "Enter" && at >= 0) {
    take(at);
    event.preventDefault();
  } else if (event.key === "Escape") {
    if (searchBox.value) event.stopPropagation();
    else searchBox.blur();
    searchBox.value = "";
    offer();
  }
});
