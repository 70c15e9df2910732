// The page put together: legend and filters, tabs, keys, and what follows from a change.
function legend(title, names, off, counts, picture) {
  const key = off === state.off ? "off" : "without";
  const set = (value) => change({ [key]: new Set(value) });
  return el("fieldset", {}, el("legend", {}, title),
    el("ul", {}, ...names.map((name) => el("li", {},
      el("label", {}, el("input", { type: "checkbox", checked: !off.has(name), "data-name": name, onchange: (event) => set(event.target.checked ? [...off].filter((one) => one !== name) : [...off, name]) }),
        picture(name), el("span", { class: "name" }, label(name)), el("span", { class: "count" }, number(counts.get(name)))),
      button(say("only"), () => set(names.filter((one) => one !== name)), { class: "only", "aria-label": `${say("only")} ${label(name)}` })))),
    off.size ? button(say("all"), () => set([]), { class: "plain" }) : null);
}

let filtersOpen = !narrow.matches;
function showFilters() {
  const focused = document.activeElement?.getAttribute("data-name");
  const day = (key, text) => el("label", { class: "day" }, say(text), el("input", { type: "date", value: state[key], "data-name": key, onchange: (event) => change({ [key]: event.target.value }) }));
  const box = el("details", { open: filtersOpen, ontoggle: () => { filtersOpen = box.open; } }, el("summary", {}, say("filters")),
    types.length ? legend(say("classes"), types, state.off, countTypes(), mark) : null,
    el("fieldset", {}, el("legend", {}, say("dates")), day("from", "date_from"), day("to", "date_to")),
    relations.length ? legend(say("relations"), relations, state.without, countRelations(), () => null) : null,
    state.off.size || state.without.size || state.from || state.to ? button(say("reset"), () => change({ off: new Set(), without: new Set(), from: "", to: "" }), { class: "plain reset" }) : null);
  $("filters").replaceChildren(box);
  if (focused) [...$("filters").querySelectorAll("[data-name]")].find((box) => box.getAttribute("data-name") === focused)?.focus();
}

function makeTabs() {
  const bar = document.querySelector(".tabs");
  bar.append(...TABS.map((tab) => button(say(tab), () => change({ tab }), { role: "tab", id: `tab-${tab}`, "aria-controls": `panel-${tab}` })));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    change({ tab: TABS[(TABS.indexOf(state.tab) + step + TABS.length) % TABS.length] });
    $(`tab-${state.tab}`).focus();
  });
}

function showTab() {
  listing = listed();
  for (const tab of TABS) {
    const chosen = tab === state.tab;
    const made = $(`tab-${tab}`);
    made.setAttribute("aria-selected", String(chosen));
    made.tabIndex = chosen ? 0 : -1;
    made.replaceChildren(say(tab), listing[tab] ? el("span", { class: "count" }, number(listing[tab].length)) : "");
    $(`panel-${tab}`).hidden = !chosen;
  }
  document.body.dataset.side = String(state.tab === "map" || isChosen(state));
  if (state.tab === "targets") showTargets();
  else if (state.tab !== "map") showTable(state.tab);
}

function showFocus() {
  const bar = $("focus");
  bar.hidden = !isChosen(state);
  if (bar.hidden) return;
  const steps = state.node === null ? [] : [el("span", { id: "depth" }, say("depth")), el("div", { class: "steps", role: "group", "aria-labelledby": "depth" },
    ...[1, 2, 3].map((depth) => button(say("depth_step", { count: depth }), () => change({ depth }), { "aria-pressed": String(state.depth === depth) })))];
  bar.replaceChildren(...steps, button(say("back"), letGo, { class: "back" }));
}

function follow(news) {
  const filtered = ["off", "without", "from", "to"].some((key) => key in news);
  const moved = ["node", "article", "depth"].some((key) => key in news);
  if (filtered) refilter();
  if (filtered) showFilters();
  showTab();
  const opened = "open" in news;
  if (filtered || moved || opened) showPanel(!filtered && !moved);
  if (filtered || moved) showFocus();
  if (network && (filtered || (moved && drawn.bubbles.size))) rebuild();
  else if (network && moved) paint();
  else if (network && opened) showOpened();
  if (network && moved && state.tab === "map") fit();
  if (filtered || (moved && state.node === null)) announce(say("shown", { nodes: number(shown.nodes.length), facts: number(shown.facts.length) }));
  else if (moved) announce(`${nodes[state.node].name}: ${say("links", { count: nodes[state.node].degree })}`);
  else if (opened) announce(say("opened", { count: state.open.size }));
  if (!network && state.tab === "map") startMap();
  else if (network && "tab" in news && state.tab === "map") { network.redraw(); if (focus) fit(true); }
}

function start() {
  const days = articles.map((article) => article.date).filter(Boolean).sort();
  $("summary").textContent = say(days.length ? "summary" : "summary_undated", { documents: number(data.documents.length), articles: number(articles.length), from: days[0], to: days.at(-1) });
  Object.assign(state, readHash());
  $("csv").onclick = saveCsv;
  $("png").onclick = () => { if (state.tab !== "map") change({ tab: "map" }); requestAnimationFrame(() => requestAnimationFrame(savePng)); };
  $("copy").onclick = copyLink;
  $("print").onclick = () => print();
  let seen; // paper is white
  addEventListener("beforeprint", () => { seen = document.documentElement.dataset.theme; theme("light"); });
  addEventListener("afterprint", () => theme(seen));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = (value) => { document.documentElement.dataset.theme = value; $("theme").setAttribute("aria-pressed", String(value === "dark")); readColours(); if (network) { paint(); network.redraw(); } };
  $("theme").onclick = () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  dark.addEventListener("change", (event) => theme(event.matches ? "dark" : "light"));
  theme(dark.matches ? "dark" : "light");
  makeTabs();
  watch(follow);
  follow({ ...state });
  addEventListener("popstate", () => { Object.assign(state, readHash()); follow({ ...state }); });
  addEventListener("keydown", (event) => {
    const free = !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "/" && free) { searchBox.focus(); event.preventDefault(); }
    if (["1", "2", "3"].includes(event.key) && free && state.node !== null) change({ depth: Number(event.key) });
    if (event.key === "Escape" && isChosen(state)) letGo();
  });
}
start();
