// The drawing. vis-network draws marks and lines where Python put them; labels.js writes the names.
const LIMIT = 1500;
let colours = {};
let network = null;
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();
let drawn = { ids: [], bubbles: new Map(), edges: new Map() };
let focus = null;
let hovered = null;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const get = (name) => style.getPropertyValue(name).trim();
  family = getComputedStyle(document.body).fontFamily;
  colours = { text: get("--text"), soft: get("--muted"), halo: get("--canvas"), line: get("--edge"), strong: get("--edge-strong"), accent: get("--accent"), island: get("--island") };
  for (const type of types) colours[type] = get(`--${type}`) || get("--other");
}

const sizeOf = (node) => Math.min(40, 11 + 5 * Math.sqrt(node.degree));

const bubbleSize = (bubble) => 24 + 20 * Math.sqrt(bubble.count);

// The communities of what is shown, the largest first, named by their most connected members.
function communities() {
  const found = new Map();
  for (const node of shown.nodes) {
    if (!found.has(node.group)) found.set(node.group, { group: node.group, members: [] });
    found.get(node.group).members.push(node);
  }
  for (const community of found.values()) {
    const tops = community.members.sort((a, b) => b.degree - a.degree || a.id - b.id).slice(0, 2).filter((one) => one.degree);
    const called = (names) => (names.length ? say("community", { names: names.map((one) => short(one.name, 10)).join(say("and")) }) : say("scattered"));
    Object.assign(community, { name: called(tops), brief: called(tops.slice(0, 1)) });
  }
  return [...found.values()].sort((a, b) => b.members.length - a.members.length || a.group - b.group);
}

// Which nodes are drawn one by one: all, where they are few; else the chosen neighbourhood and the opened communities, the latest first.
function select() {
  const single = new Set();
  if (shown.nodes.length <= LIMIT) shown.nodes.forEach((node) => single.add(node.id));
  else {
    if (state.node !== null) {
      const near = [...neighbourhood(state.node, state.depth).keys()];
      near.slice(0, LIMIT).forEach((id) => single.add(id));
    }
    const rank = new Map([...state.open].reverse().map((group, place) => [group, place]));
    const members = shown.nodes.filter((node) => rank.has(node.group)).sort((a, b) => rank.get(a.group) - rank.get(b.group));
    members.forEach((node) => single.size < LIMIT && single.add(node.id));
  }
  const bubbles = new Map();
  if (single.size < shown.nodes.length) {
    for (const { group, brief, members } of communities()) {
      const rest = members.filter((node) => !single.has(node.id));
      const middle = (key) => rest.reduce((sum, node) => sum + node[key], 0) / rest.length;
      if (rest.length) bubbles.set(group, { id: `c${group}`, group, name: brief, top: rest[0], count: rest.length, x: middle("x"), y: middle("y") });
    }
  }
  return { single, bubbles };
}

function rebuild() {
  const { single, bubbles } = select();
  const end = (id) => (single.has(id) ? id : bubbles.has(nodes[id].group) ? `c${nodes[id].group}` : null);
  const edges = new Map();
  for (const fact of shown.facts) {
    if (fact.o === null || !shown.on.has(fact.s) || !shown.on.has(fact.o)) continue;
    const from = end(fact.s);
    const to = end(fact.o);
    if (from === null || to === null || from === to) continue;
    const id = `${from}>${to}`;
    const edge = edges.get(id) ?? { id, from, to, facts: [] };
    edge.facts.push(fact);
    edges.set(id, edge);
  }
  drawn = { ids: [...single], bubbles, edges };
  const note = bubbles.size ? [say(single.size < LIMIT ? "drawn_overview" : "drawn_limit", { count: number(LIMIT) })] : drawn.ids.length ? [] : [say(nodes.length ? "nothing" : "no_nodes")];
  if (bubbles.size && state.open.size) note.push(button(say("close_communities"), () => change({ open: new Set() }), { class: "plain" }));
  $("note").hidden = !note.length;
  $("note").replaceChildren(...note);
  drawnNodes.clear();
  drawnEdges.clear();
  paint();
}

// What is in focus keeps its colour, the rest fades.
const ringed = (background, border = colours.halo) => ({ background, border, hover: { background, border: colours.text }, highlight: { background, border: colours.text } });

function markOf({ id, x, y, type, degree }) {
  const chosen = id === state.node;
  return {
    id, x, y, shape: shape(type), size: sizeOf({ degree }), opacity: !focus || focus.has(id) ? 1 : 0.13, borderWidth: chosen ? 4 : 1,
    color: ringed(colours[type], chosen ? colours.text : undefined),
  };
}

const bubbleOf = (bubble) => ({
  id: bubble.id, x: bubble.x, y: bubble.y, shape: "dot", size: bubbleSize(bubble), opacity: focus ? 0.15 : 0.7, borderWidth: 1, color: ringed(colours[bubble.top.type]),
});

function lineOf({ id, from, to, facts: told }) {
  const near = !focus || (focus.has(from) && focus.has(to));
  const touching = focus && (from === state.node || to === state.node);
  const single = nodes[from] && nodes[to];
  const colour = touching ? colours.strong : colours.line;
  return {
    id, from, to, width: single ? Math.min(5, 1 + 0.5 * told.length) : Math.min(8, 1 + 0.25 * told.length), ...(single ? {} : { arrows: "" }),
    color: { color: colour, hover: colour, highlight: colour, opacity: !near ? 0.08 : touching ? 1 : single ? 0.85 : 0.3 },
  };
}

function paint() {
  focus = null;
  if (state.node !== null && shown.on.has(state.node)) focus = neighbourhood(state.node, state.depth);
  if (state.article !== null) {
    const here = nodes.filter((node) => node.said.some((one) => sentences[one][0] === state.article));
    focus = new Map(here.map((node) => [node.id, 1]));
  }
  drawnNodes.update([...drawn.ids.map((id) => markOf(nodes[id])), ...[...drawn.bubbles.values()].map(bubbleOf)]);
  drawnEdges.update([...drawn.edges.values()].map(lineOf));
  forgetLabels();
}

// Shows the nodes with room for their names; the whole drawing where nothing is in focus.
function fit(quick = false, only = null) {
  const near = only ?? (focus ? [...focus.keys()].filter((id) => drawnNodes.get(id)) : []);
  const spots = near.length ? near.map((id) => nodes[id]) : [...drawn.ids.map((id) => nodes[id]), ...drawn.bubbles.values()];
  const box = $("map");
  if (!spots.length || !box.clientWidth) return;
  const reach = (spot) => (spot.count ? bubbleSize(spot) : 0);
  const edges = (key) => [Math.min(...spots.map((spot) => spot[key] - reach(spot))), Math.max(...spots.map((spot) => spot[key] + reach(spot)))];
  const [[left, right], [top, bottom]] = [edges("x"), edges("y")];
  const wide = box.clientWidth - Math.min(180, box.clientWidth * 0.3);
  const high = box.clientHeight - (focus ? 130 : 80);
  const scale = Math.min(focus ? 1.05 : 0.95, wide / Math.max(1, right - left), high / Math.max(1, bottom - top));
  const still = quick || matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: 0, y: focus ? 22 : 0 },
    animation: still ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
  forgetLabels();
}

function zoom(factor) {
  network.moveTo({ scale: Math.max(0.05, Math.min(4, network.getScale() * factor)), animation: { duration: 150, easingFunction: "easeInOutQuad" } });
}

function startMap() {
  readColours();
  rebuild();
  network = new vis.Network($("map"), { nodes: drawnNodes, edges: drawnEdges }, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { chosen: false, shadow: false },
    edges: { chosen: false, smooth: false, arrows: { to: { enabled: true, scaleFactor: 0.5 } }, color: { inherit: false }, hoverWidth: 0, selectionWidth: 0 },
    interaction: { hover: true, hideEdgesOnDrag: drawn.edges.size > 400, hideEdgesOnZoom: drawn.edges.size > 400, dragNodes: false, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false, zoomSpeed: 0.7 },
  });
  network.on("beforeDrawing", drawIslands);
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ nodes: [hit] }) => {
    if (hit === undefined) { if (isChosen(state)) letGo(); return; }
    if (typeof hit === "string") toggleCommunity(Number(hit.slice(1)), true); else choose(hit);
  });
  network.on("hoverNode", ({ node }) => { hovered = node; $("map").classList.add("over"); forgetLabels(); network.redraw(); });
  network.on("blurNode", () => { hovered = null; $("map").classList.remove("over"); forgetLabels(); network.redraw(); });
  network.on("resize", () => setTimeout(() => fit(true))); // after vis-network has set its own view
  for (const moved of ["dragEnd", "animationFinished"]) network.on(moved, () => { forgetLabels(); network.redraw(); });
  $("zoom-in").onclick = () => zoom(1.35);
  $("zoom-out").onclick = () => zoom(1 / 1.35);
  $("fit").onclick = () => fit();
  fit(true);
}

// The ground on which a community stands, so that one sees what belongs together; only where few are drawn.
function drawIslands(pen) {
  if (focus || drawn.ids.length > 600) return;
  pen.save();
  Object.assign(pen, { lineWidth: 104, lineCap: "round", strokeStyle: colours.island });
  pen.beginPath();
  for (const { from, to } of drawn.edges.values()) {
    const [a, b] = [nodes[from], nodes[to]];
    if (!a || a.group !== b?.group) continue;
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
  }
  pen.stroke();
  pen.restore();
}

function toggleCommunity(group, open = !state.open.has(group)) {
  const rest = [...state.open].filter((one) => one !== group);
  change({ open: new Set(open ? [...rest, group] : rest) });
}

// After communities opened or closed: the drawing shows the latest opened one, or all of it.
function showOpened() {
  rebuild();
  const latest = [...state.open].at(-1);
  if (!focus) fit(false, drawn.ids.filter((id) => nodes[id].group === latest));
}
