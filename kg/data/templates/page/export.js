// What leaves the page: a link, a table, a picture.
function save(blob, name) {
  const anchor = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 5000);
}

// A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs it.
const cell = (value) => {
  const plain = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

function csvRows() {
  const name = state.tab === "map" ? "facts" : state.tab;
  const columns = TABLES[name].columns.filter((column) => column.csv !== false);
  return [name, [columns.map((column) => say(column.key)), ...sorted(name).map((row) => columns.map((column) => (column.csv ?? column.get)(row)))]];
}

function saveCsv() {
  const [name, rows] = csvRows();
  save(new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

function savePng() {
  const source = $("map").querySelector("canvas");
  const ratio = source.width / source.clientWidth || 1;
  const picture = el("canvas", { width: source.width, height: source.height + 56 * ratio });
  const pen = picture.getContext("2d");
  pen.fillStyle = colours.halo;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(source, 0, 0);
  pen.scale(ratio, ratio);
  pen.textBaseline = "middle";
  let x = 16;
  const y = source.height / ratio + 20;
  pen.font = font(13, false);
  for (const type of types.filter((one) => !state.off.has(one))) {
    pen.fillStyle = colours[type];
    pen.fill(shapePath(type, x, y - 8));
    pen.fillStyle = colours.text;
    pen.fillText(label(type), x + 21, y);
    x += 40 + pen.measureText(label(type)).width;
  }
  pen.fillStyle = colours.soft;
  pen.fillText(`${document.title} · ${$("summary").textContent} · ${today()}`, 16, y + 21);
  picture.toBlob((blob) => save(blob, "graph.png"), "image/png");
}

function shapePath(type, x, y) {
  const path = new Path2D();
  path.addPath(new Path2D(mark(type).firstChild.getAttribute("d")), new DOMMatrix().translate(x, y));
  return path;
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    announce(say("copied"));
    $("copy").textContent = say("copied");
  } catch {
    const box = el("textarea", { class: "live" }, location.href);
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    announce(say(done ? "copied" : "copy_failed"));
    $("copy").textContent = say(done ? "copied" : "copy_failed");
  }
  setTimeout(() => { $("copy").textContent = say("copy_link"); }, 2500);
}
