"use strict";
const byId = (id) => document.getElementById(id);
const base = byId("answer").dataset.base;
const prefixes = Object.entries(JSON.parse(byId("answer").dataset.prefixes));

function short(iri) {
  const [prefix, space] = prefixes.find(([, space]) => iri.startsWith(space)) || ["", ""];
  return space ? `${prefix}:${iri.slice(space.length)}` : iri;
}

function cell(term) {
  const made = document.createElement("td");
  if (!term) return made;
  if (term.type === "uri" && term.value.startsWith(base)) {
    const link = document.createElement("a");
    link.href = "/id/" + encodeURIComponent(term.value.slice(base.length));
    link.textContent = term.value.slice(base.length);
    made.append(link);
  } else {
    made.textContent = term.type === "triple" ? JSON.stringify(term.value) : term.type === "uri" ? short(term.value) : term.value;
  }
  return made;
}

function table(names, rows) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  for (const name of names) {
    const column = document.createElement("th");
    column.scope = "col";
    column.textContent = name;
    head.append(column);
  }
  const body = made.createTBody();
  for (const row of rows) body.insertRow().append(...names.map((name) => cell(row[name])));
  return made;
}

function text(content) {
  const made = document.createElement("pre");
  made.textContent = content;
  return made;
}

async function run() {
  byId("state").textContent = "……";
  byId("answer").replaceChildren();
  try {
    const reply = await fetch("/sparql", {
      method: "POST", body: byId("text").value,
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    });
    if (!reply.ok || !reply.headers.get("Content-Type").includes("json")) {
      byId("state").textContent = reply.ok ? "" : "未执行";
      byId("answer").append(text(await reply.text()));
      return;
    }
    const found = await reply.json();
    const rows = found.results ? found.results.bindings : [];
    const cut = reply.headers.get("X-Complete") === "false" ? "（不完整：已达行数上限）" : "";
    byId("state").textContent = found.results ? `${rows.length} 行${cut}` : "";
    byId("answer").append(found.results ? table(found.head.vars, rows) : text(found.boolean ? "是" : "否"));
  } catch (error) {
    byId("state").textContent = `服务没有回答：${error.message}`;
  }
}

byId("run").addEventListener("click", run);
byId("example").addEventListener("change", (event) => { if (event.target.value) byId("text").value = event.target.value; });
byId("text").addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(); });
