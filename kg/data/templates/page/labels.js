// Names on the drawing: the most connected first, each only where it covers neither another name nor a mark.
const SIZE = 12.5;
const CELL = 64;
let placed = null;
const forgetLabels = () => { placed = null; };
let family = "sans-serif";
const font = (size, strong) => `${strong ? "600 " : ""}${size}px ${family}`;

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
    // How many marks of less than the given degree lie under the box; null where something else does.
    under: (box, owner, degree) => {
      const marks = new Set();
      const barred = cells(box, (key) => (grid.get(key) ?? []).some((other) => {
        if (other.owner === owner || !meets(box, other)) return false;
        if (other.mark === undefined || other.mark >= degree) return true;
        marks.add(other.owner);
        return false;
      }));
      return barred ? null : marks.size;
    },
  };
}

// The visible stretch, and what stands over it, in the same pixels.
function viewport(scale) {
  const box = $("map");
  if (!network || !box.clientWidth) return null;
  const { x, y } = network.DOMtoCanvas({ x: 0, y: 0 });
  return { x: x * scale, y: y * scale, w: box.clientWidth, h: box.clientHeight };
}

function covers(view) {
  if (!view) return [];
  const origin = $("map").getBoundingClientRect();
  return [...document.querySelectorAll(".zoom, .focus:not([hidden]), .note:not([hidden])")].map((over) => {
    const box = over.getBoundingClientRect();
    return { x: view.x + box.left - origin.left - 4, y: view.y + box.top - origin.top - 4, w: box.width + 8, h: box.height + 8, owner: "cover" };
  });
}

function wanted(scale) {
  const lit = drawn.ids.filter((id) => !focus || focus.has(id));
  const weight = (id) => (id === state.node ? 1e6 : id === hovered ? 1e5 : 0) + (focus ? 100 * (3 - (focus.get(id) ?? 3)) : 0) + nodes[id].degree;
  const single = lit.map((id) => ({ id, text: short(nodes[id].name, id === state.node || id === hovered ? 40 : focus || scale > 0.6 ? 16 : 12), weight: weight(id), hub: nodes[id].degree >= 5 ? nodes[id].degree : 0, x: nodes[id].x, y: nodes[id].y, r: sizeOf(nodes[id]) }));
  if (typeof hovered === "number" && focus && !focus.has(hovered)) single.push({ id: hovered, text: nodes[hovered].name, weight: 1e5, x: nodes[hovered].x, y: nodes[hovered].y, r: sizeOf(nodes[hovered]) });
  const groups = focus ? [] : [...drawn.bubbles.values()].map((bubble) => ({
    id: bubble.id, text: `${bubble.name} ${number(bubble.count)}`, weight: 1000 + bubble.count, hub: 2 * bubble.count, x: bubble.x, y: bubble.y, r: bubbleSize(bubble),
  }));
  return [...single, ...groups].sort((a, b) => b.weight - a.weight || String(a.id).localeCompare(String(b.id)));
}

function place(context, scale) {
  const grid = boxes();
  for (const id of drawn.ids) {
    if (focus && !focus.has(id)) continue;
    const r = sizeOf(nodes[id]) * scale;
    grid.add({ x: nodes[id].x * scale - r, y: nodes[id].y * scale - r, w: 2 * r, h: 2 * r, owner: id, mark: nodes[id].degree });
  }
  for (const bubble of drawn.bubbles.values()) {
    const r = bubbleSize(bubble) * scale;
    grid.add({ x: bubble.x * scale - r, y: bubble.y * scale - r, w: 2 * r, h: 2 * r, owner: bubble.id, mark: bubble.count });
  }
  const list = [];
  const view = viewport(scale);
  for (const cover of covers(view)) grid.add(cover);
  for (const one of wanted(scale)) {
    if (scale < 0.45 && !focus && one.weight === 0) continue;
    const chosen = one.id === state.node || one.id === hovered;
    const strong = chosen || (!focus && one.hub >= 8 && typeof one.id === "number");
    const size = chosen ? SIZE + 1.5 : SIZE;
    context.font = font(size, strong);
    const w = context.measureText(one.text).width + 8;
    const h = size + 6;
    const [x, y, r] = [one.x * scale, one.y * scale, one.r * scale + 2];
    const spots = [...(typeof one.id === "string" ? [[x - w / 2, y - h / 2]] : []), [x - w / 2, y + r], [x + r, y - h / 2], [x - w / 2, y - r - h], [x - r - w, y - h / 2],
      ...(focus ? [[x + r * 0.6, y + r * 0.6], [x + r * 0.6, y - r * 0.6 - h], [x - r * 0.6 - w, y + r * 0.6], [x - r * 0.6 - w, y - r * 0.6 - h]] : [])];
    const inside = !view || (x > view.x && x < view.x + view.w && y > view.y && y < view.y + view.h);
    const whole = ([left, top]) => !inside || !view || (left >= view.x && left + w <= view.x + view.w && top >= view.y && top + h <= view.y + view.h);
    const spot = spots.find((at) => whole(at) && grid.free({ x: at[0], y: at[1], w, h }, one.id)) ?? leastCovering(grid, spots.filter(whole), { w, h }, one) ?? (chosen ? spots[0] : null);
    if (!spot) continue;
    grid.add({ x: spot[0], y: spot[1], w, h, owner: `label ${one.id}` });
    list.push({ text: one.text, x: spot[0] + w / 2, y: spot[1] + h / 2, size, strong, w, h });
  }
  if (state.node !== null && focus) list.push(...relationLabels(context, scale, grid));
  return { scale, list };
}

// A hub and a community are named even in a crowd: over the fewest of their smaller neighbours, never over another name.
function leastCovering(grid, spots, { w, h }, { id, hub }) {
  if (!hub) return undefined;
  const counted = spots.map((at) => [grid.under({ x: at[0], y: at[1], w, h }, id, hub / 2), at]).filter(([count]) => count !== null);
  return counted.sort(([a], [b]) => a - b)[0]?.[1];
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
  if (!placed) performance.mark("drawn"); // read by the benchmark
  const scale = network ? network.getScale() : 1;
  if (!placed || Math.abs(placed.scale / scale - 1) > 0.001) placed = place(context, scale);
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { text, x, y, size, strong, soft } of placed.list) {
    context.font = font(size / scale, strong);
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = colours.halo;
    context.strokeText(text, x / scale, y / scale);
    context.fillStyle = soft ? colours.soft : colours.text;
    context.fillText(text, x / scale, y / scale);
  }
  context.restore();
}
