// Targets: a time axis of deadlines and articles whose brush filters by date, and the list by deadline.
const WIDE = 1000;
let pulling = null;

function span() {
  const days = [...targets.map((target) => target.deadline), ...articles.map((article) => article.date)].filter(Boolean).sort();
  if (!days.length) return null;
  const first = Date.parse(days[0]);
  const last = Date.parse(days.at(-1));
  const room = Math.max(30 * 864e5, (last - first) * 0.04);
  return [first - room, last + room];
}
const range = span();
const toX = (day) => (WIDE * ((typeof day === "number" ? day : Date.parse(day)) - range[0])) / (range[1] - range[0]);
const toDay = (x) => new Date(range[0] + (Math.max(0, Math.min(WIDE, x)) / WIDE) * (range[1] - range[0])).toISOString().slice(0, 10);

function ticks() {
  const [first, last] = range.map((time) => new Date(time).getUTCFullYear());
  const step = Math.max(1, Math.ceil((last - first) / 14));
  const years = [];
  for (let year = first; year <= last + 1; year += 1) if (year % step === 0) years.push(year);
  return years.map((year) => [year, toX(Date.UTC(year, 0, 1))]).filter(([, x]) => x >= 0 && x <= WIDE);
}

function stacked(days, up) {
  const heights = new Map();
  return days.map(([day, id]) => {
    const column = Math.round(toX(day) / 9);
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return { day, id, x: column * 9, y: up ? 70 - 8 * Math.min(height, 5) : 92 + 7 * Math.min(height, 4) };
  });
}

function timeline() {
  const dues = stacked(shown.targets.filter((target) => target.deadline).sort(byDeadline).map((target) => [target.deadline, target]), true);
  const prints = stacked(shown.articles.filter((id) => articles[id].date).map((id) => [articles[id].date, id]), false);
  const chosen = state.from || state.to ? [state.from ? toX(state.from) : 0, state.to ? toX(state.to) : WIDE] : null;
  const brush = el("rect", { class: "brush", x: chosen ? chosen[0] : 0, y: 0, width: chosen ? Math.max(1, chosen[1] - chosen[0]) : 0, height: 132 });
  const now = toX(today());
  const svg = el("svg", { class: "timeline", viewBox: `0 0 ${WIDE} 132`, role: "img", "aria-label": say("timeline") },
    brush,
    el("line", { class: "axis", x1: 0, x2: WIDE, y1: 80, y2: 80 }),
    ...ticks().flatMap(([year, x]) => [el("line", { class: "tick", x1: x, x2: x, y1: 6, y2: 126 }), el("text", { x: x + 4, y: 14 }, String(year))]),
    now > 0 && now < WIDE ? el("line", { class: "now", x1: now, x2: now, y1: 6, y2: 126 }) : null,
    ...dues.map(({ x, y, day }) => el("path", { class: `due-mark${day < today() ? " past" : ""}`, d: `M${x} ${y - 5}l5 5-5 5-5-5z` })),
    ...prints.map(({ x, y }) => el("rect", { class: "print-mark", x: x - 3, y: y - 2.5, width: 6, height: 5, rx: 1 })));
  const at = (event) => ((event.clientX - svg.getBoundingClientRect().left) * WIDE) / svg.getBoundingClientRect().width;
  svg.addEventListener("pointerdown", (event) => { pulling = at(event); svg.setPointerCapture(event.pointerId); });
  svg.addEventListener("pointermove", (event) => {
    if (pulling === null) return;
    brush.setAttribute("x", Math.min(pulling, at(event)));
    brush.setAttribute("width", Math.abs(at(event) - pulling));
  });
  svg.addEventListener("pointerup", (event) => {
    const [from, to] = [Math.min(pulling, at(event)), Math.max(pulling, at(event))];
    pulling = null;
    change(to - from < 6 ? { from: "", to: "" } : { from: toDay(from), to: toDay(to) });
  });
  return svg;
}

function showTargets() {
  const panel = $("panel-targets");
  const groups = new Map();
  for (const target of comingFirst(shown.targets)) {
    const year = target.deadline ? target.deadline.slice(0, 4) : say("no_deadline");
    groups.set(year, [...(groups.get(year) ?? []), target]);
  }
  panel.replaceChildren(el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("targets") },
    range ? el("figure", { class: "time" }, timeline(), el("figcaption", {}, el("span", { class: "key" }, "◆ ", say("timeline_deadlines")), el("span", { class: "key print" }, "▬ ", say("timeline_articles")), say("timeline"))) : null,
    shown.targets.length ? null : el("p", { class: "empty" }, say("nothing")),
    ...[...groups].map(([year, list]) => el("section", { class: "year" }, el("h2", {}, year, el("span", { class: "count" }, number(list.length))), el("ul", { class: "targets" }, ...many(list, (target) => targetRow(target), 100))))));
}
