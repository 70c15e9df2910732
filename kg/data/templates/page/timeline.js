// Targets: a time axis of deadlines and articles whose brush filters by date, by mouse or by two handles, and the list by deadline.
const WIDE = 1000;
const DAY = 864e5;
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
const toDate = (time) => new Date(time).toISOString().slice(0, 10);
const toDay = (x) => toDate(range[0] + (Math.max(0, Math.min(WIDE, x)) / WIDE) * (range[1] - range[0]));

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

// One end of the stretch, moved by the arrow keys a week, by the page keys a year.
function handle(key) {
  const [first, last] = range.map(toDate);
  const day = state[key] || (key === "from" ? first : last);
  const move = (to) => {
    const bounded = [first, to, last].sort()[1];
    change({ [key]: bounded === (key === "from" ? first : last) ? "" : bounded });
    $("panel-targets").querySelector(`[data-handle="${key}"]`).focus();
  };
  const steps = { ArrowLeft: -7, ArrowRight: 7, ArrowDown: -7, ArrowUp: 7, PageDown: -365, PageUp: 365 };
  const onkeydown = (event) => {
    if (event.key in steps) move(toDate(Date.parse(day) + steps[event.key] * DAY));
    else if (event.key === "Home" || event.key === "End") move(event.key === "Home" ? first : last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const x = Math.max(4, Math.min(WIDE - 4, toX(day)));
  return el("g", { class: "handle", role: "slider", tabindex: 0, "data-handle": key, "aria-label": say(`date_${key}`), "aria-valuemin": Date.parse(first) / DAY, "aria-valuemax": Date.parse(last) / DAY, "aria-valuenow": Date.parse(day) / DAY, "aria-valuetext": day, onkeydown },
    el("line", { x1: x, x2: x, y1: 0, y2: 132 }), el("rect", { x: x - 4, y: 56, width: 8, height: 24, rx: 4 }));
}

function timeline() {
  const dues = stacked(listing.targets.filter((target) => target.deadline).sort(byDeadline).map((target) => [target.deadline, target]), true);
  const prints = stacked(listing.articles.filter((id) => articles[id].date).map((id) => [articles[id].date, id]), false);
  const chosen = state.from || state.to ? [state.from ? toX(state.from) : 0, state.to ? toX(state.to) : WIDE] : null;
  const brush = el("rect", { class: "brush", x: chosen ? chosen[0] : 0, y: 0, width: chosen ? Math.max(1, chosen[1] - chosen[0]) : 0, height: 132 });
  const now = toX(today());
  const svg = el("svg", { class: "timeline", viewBox: `0 0 ${WIDE} 132`, role: "group", "aria-label": say("timeline_label") },
    brush,
    el("line", { class: "axis", x1: 0, x2: WIDE, y1: 80, y2: 80 }),
    ...ticks().flatMap(([year, x]) => [el("line", { class: "tick", x1: x, x2: x, y1: 6, y2: 126 }), el("text", { x: x + 4, y: 14 }, String(year))]),
    now > 0 && now < WIDE ? el("line", { class: "now", x1: now, x2: now, y1: 6, y2: 126 }) : null,
    ...dues.map(({ x, y, day }) => el("path", { class: `due-mark${day < today() ? " past" : ""}`, d: `M${x} ${y - 5}l5 5-5 5-5-5z` })),
    ...prints.map(({ x, y }) => el("rect", { class: "print-mark", x: x - 3, y: y - 2.5, width: 6, height: 5, rx: 1 })), handle("from"), handle("to"));
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
  const list = comingFirst(sorted("targets"));
  const groups = new Map();
  for (const target of list) {
    const year = target.deadline ? target.deadline.slice(0, 4) : say("no_deadline");
    groups.set(year, [...(groups.get(year) ?? []), target]);
  }
  const without = undated(list);
  const key = (mark, word, kind = "") => el("span", { class: `key ${kind}` }, `${mark} `, say(word));
  showList("targets", el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("targets") },
    range ? el("figure", { class: "time" }, timeline(), el("figcaption", {}, key("◆", "timeline_deadlines"), key("▬", "timeline_articles", "print"), say("timeline"),
      without ? el("p", { id: "undated" }, say("undated_targets", { count: number(without) })) : null)) : null,
    list.length ? null : el("p", { class: "empty" }, whyEmpty("targets")),
    ...[...groups].map(([year, some]) => el("section", { class: "year" }, el("h2", {}, year, el("span", { class: "count" }, number(some.length))), el("ul", { class: "targets" }, ...many(some, (target) => targetRow(target), 100))))),
  list.length, list.length);
}
