// A table. Text of documents reaches the page through textContent alone.

export default function ({ data, parentElement }) {
  if (isShown(data, parentElement)) return;
  // What is scrolled must be reached by keys, and say what it is.
  const wide = element("div", "wide", { role: "region", tabindex: "0", "aria-label": data.caption });
  const body = element("tbody", null, ...data.rows.map((row) => line(row, data.columns)));
  const heads = data.columns.map((column, at) => heading(column, at, body));
  const table = element("table", null);
  table.append(
    element("caption", "unseen", words(data.caption)),
    element("thead", null, element("tr", null, ...heads)),
    body,
  );
  wide.append(table);
  parentElement.querySelector(".wide")?.remove();
  parentElement.append(wide);
}

function heading(column, at, body) {
  const made = element("th", kind(column), { scope: "col" });
  const named = column.sorts ? element("button", null, { type: "button" }) : made;
  named.append(words(column.head));
  if (column.mark) {
    const shown = picture("mark", { viewBox: "-8 -8 16 16" });
    shown.append(shape(column.mark, "0"));
    named.append(" ", shown);
  }
  if (!column.sorts) return made;
  made.append(named);
  named.addEventListener("click", () => {
    const down = made.getAttribute("aria-sort") !== "descending";
    for (const other of made.parentElement.children) other.removeAttribute("aria-sort");
    made.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...body.rows].sort((one, other) => compare(one.cells[at], other.cells[at]));
    body.append(...(down ? rows.reverse() : rows));
  });
  return made;
}

function kind(column) {
  return [column.numeric && "numeric", column.spare && "spare"].filter(Boolean).join(" ");
}

function compare(one, other) {
  const [a, b] = [one, other].map((cell) => cell.dataset.order);
  if (a !== undefined && b !== undefined) return a - b;
  if (a !== undefined || b !== undefined) return a === undefined ? -1 : 1;
  return one.textContent.localeCompare(other.textContent);
}

function line(row, columns) {
  const cells = row.map((cell, at) => {
    const made = element(at ? "td" : "th", kind(columns[at]));
    if (!at) made.scope = "row";
    if (cell.order !== null) made.dataset.order = String(cell.order);
    if (cell.tone) made.classList.add(cell.tone);
    if (cell.bar) made.append(chart(cell.bar));
    const text = words(cell.text);
    if (cell.code) text.className = "code";
    if (cell.strong) text.classList.add("strong");
    if (cell.text) made.append(text);
    if (cell.note) made.append(element("span", "note", words(cell.note)));
    return made;
  });
  return element("tr", null, ...cells);
}

// The numbers stand in cells of their own, so that the bar is for the eye alone.
function chart(bar) {
  const made = picture("bar", {});
  const part = (share) => `${Math.min(Math.max(share, 0), 1) * 100}%`;
  const [from, to] = [Math.min(bar.start, bar.end), Math.max(bar.start, bar.end)];
  made.append(
    drawing("rect", { class: "ground", width: "100%", height: "10", y: "3" }),
    drawing("rect", { class: "value", x: part(from), width: part(to - from), height: "10", y: "3" }),
    drawing("line", { class: "interval", x1: part(bar.low), x2: part(bar.high), y1: "8", y2: "8" }),
    ...bar.marks.map(([mark, at]) => shape(mark, part(at), "8")),
  );
  return made;
}

function shape(mark, x, y = "0") {
  if (mark === "circle") return drawing("circle", { class: "other", cx: x, cy: y, r: "4" });
  const place = drawing("svg", { x, y, overflow: "visible" });
  place.append(drawing("path", { class: "other", d: "M0 -5.5L5.5 0L0 5.5L-5.5 0Z" }));
  return place;
}

function picture(className, attributes) {
  return drawing("svg", { class: className, "aria-hidden": "true", ...attributes });
}
