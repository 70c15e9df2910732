// Names on the drawing: the most connected first, each only where it covers neither another name nor a mark.
const SIZE = 12.5;
const CELL = 64;
let placed = null;
const forgetLabels = () => { placed = null; };
const font = (size, strong) => `${strong ? "600 " : ""}${size}px ${getComputedStyle(document.body).fontFamily}`;

const short = (name, most) => ([...name].length > most ? `${[...name].slice(0, most - 1).join("")}…` : name);

// Boxes in screen pixels, in a grid, so that a box is compared with its neighbours only.
function boxes() {
  const grid = new Map();
  const cells = (box, react) => {
    for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.w) / CELL); x += 1) {
      for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.h) / CELL); y += 1) if (react(`${x},${y}`)) return true;
    }
    return false;
  };
  const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  return {
    add: (box) => cells(box, (key) => { if (!grid.has(key)) grid.set(key, []); grid.get(key).push(box); }),
    free: (box, owner) => !cells(box, (key) => (grid.get(key) ?? []).some((other) => other.owner !== owner && meets(box, other))),
  };
}

function wanted() {
  const lit = drawn.ids.filter((id) => !focus || focus.has(id));
  const weight = (id) => (id === state.node ? 1e6 : id === hovered ? 1e5 : 0) + (focus ? 100 * (3 - (focus.get(id) ?? 3)) : 0) + nodes[id].degree;
  const single = lit.map((id) => ({ id, text: short(nodes[id].name, id === state.node || id === hovered ? 40 : 16), weight: weight(id), x: nodes[id].x, y: nodes[id].y, r: sizeOf(nodes[id]) }));
  if (typeof hovered === "number" && focus && !focus.has(hovered)) single.push({ id: hovered, text: nodes[hovered].name, weight: 1e5, x: nodes[hovered].x, y: nodes[hovered].y, r: sizeOf(nodes[hovered]) });
  const groups = focus ? [] : [...drawn.bubbles.values()].map((bubble) => ({
    id: bubble.id, text: say("community", { name: short(bubble.top.name, 12), count: number(bubble.count) }), weight: 1000 + bubble.count, x: bubble.x, y: bubble.y, r: Math.min(90, 14 + 5 * Math.sqrt(bubble.count)),
  }));
  return [...single, ...groups].sort((a, b) => b.weight - a.weight || String(a.id).localeCompare(String(b.id)));
}

function place(context, scale) {
  const grid = boxes();
  for (const id of drawn.ids) {
    if (focus && !focus.has(id)) continue;
    const r = sizeOf(nodes[id]) * scale;
    grid.add({ x: nodes[id].x * scale - r, y: nodes[id].y * scale - r, w: 2 * r, h: 2 * r, owner: id });
  }
  const list = [];
  for (const one of wanted()) {
    const strong = one.id === state.node || one.id === hovered;
    const size = strong ? SIZE + 1.5 : SIZE;
    context.font = font(size, strong);
    const w = context.measureText(one.text).width + 8;
    const h = size + 6;
    const [x, y, r] = [one.x * scale, one.y * scale, one.r * scale + 2];
    const spots = [[x - w / 2, y + r], [x + r, y - h / 2], [x - w / 2, y - r - h], [x - r - w, y - h / 2]];
    const spot = spots.find(([left, top]) => grid.free({ x: left, y: top, w, h }, one.id)) ?? (strong ? spots[0] : null);
    if (!spot) continue;
    grid.add({ x: spot[0], y: spot[1], w, h, owner: `label ${one.id}` });
    list.push({ text: one.text, x: spot[0] + w / 2, y: spot[1] + h / 2, size, strong, w, h });
  }
  if (state.node !== null && focus) list.push(...relationLabels(context, scale, grid));
  return { scale, list };
}

function relationLabels(context, scale, grid) {
  const list = [];
  context.font = font(11, false);
  for (const edge of drawn.edges.values()) {
    if (edge.from !== state.node && edge.to !== state.node) continue;
    const text = [...new Set(edge.facts.map((fact) => fact.post || label(fact.relation)))].join("、");
    const [a, b] = [nodes[edge.from], nodes[edge.to]];
    if (!a || !b || Math.hypot(a.x - b.x, a.y - b.y) * scale < 70) continue;
    const w = context.measureText(text).width + 6;
    const box = { x: ((a.x + b.x) / 2) * scale - w / 2, y: ((a.y + b.y) / 2) * scale - 8, w, h: 16 };
    if (!grid.free(box, "")) continue;
    grid.add({ ...box, owner: `edge ${edge.id}` });
    list.push({ text, x: box.x + w / 2, y: box.y + 8, size: 11, soft: true, w, h: 16 });
  }
  return list;
}

function drawLabels(context) {
  const scale = network ? network.getScale() : 1;
  if (!placed || Math.abs(placed.scale / scale - 1) > 0.001) placed = place(context, scale);
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { text, x, y, size, strong, soft } of placed.list) {
    context.font = font(size / scale, strong);
    context.lineWidth = 4 / scale;
    context.strokeStyle = colours.halo;
    context.strokeText(text, x / scale, y / scale);
    context.fillStyle = soft ? colours.soft : colours.text;
    context.fillText(text, x / scale, y / scale);
  }
  context.restore();
}
