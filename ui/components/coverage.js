// Meetings by committee and year. Names of bodies reach the page as text alone.

export default function ({ data, parentElement, setTriggerValue }) {
  if (isShown(data, parentElement)) return;
  const choose = (row, column) => setTriggerValue("chosen", [row, column]);
  const table = element("table", null, element("caption", "unseen", data.caption), heading(data));
  let body = null;
  let council;
  data.rows.forEach((row, at) => {
    if (!body || row.council !== council) {
      council = row.council;
      body = element("tbody", null, council && councilRow(council, data.years.length + 2));
      table.append(body);
    }
    body.append(committee(row, at, data.years, choose));
  });
  // What is scrolled must be reached by keys, and say what it is.
  const scrolled = { role: "region", tabindex: "0", "aria-label": data.caption };
  const frame = element("div", "frame", scrolled, table);
  const before = parentElement.querySelector(".frame");
  const focused = parentElement.getRootNode().activeElement?.dataset?.at;
  parentElement.append(frame);
  // The latest years are asked for most.
  frame.scrollLeft = before ? before.scrollLeft : frame.scrollWidth;
  before?.remove();
  if (focused) frame.querySelector(`[data-at="${focused}"]`)?.focus();
}

function heading(data) {
  const row = element("tr", null, headed("Committee", "col", "name"));
  for (const year of data.years) row.append(headed(String(year), "col", "year"));
  row.append(headed("All", "col", "all"));
  return element("thead", null, row);
}

function councilRow(council, columns) {
  const named = headed(words(council), "rowgroup", null);
  named.colSpan = columns;
  return element("tr", "council", named);
}

function committee(row, at, years, choose) {
  const made = element("tr", null, headed(words(row.committee), "row", "name"));
  row.cells.forEach((cell, column) => {
    made.append(cell.meetings ? element("td", null, filled(column, cell)) : empty(cell));
  });
  made.append(element("td", "all", String(row.all)));
  return made;

  function filled(column, cell) {
    const meetings = cell.meetings === 1 ? "1 meeting" : `${cell.meetings} meetings`;
    return button(`shade${cell.shade}`, String(cell.meetings), () => choose(at, column), {
      "data-at": `${at}-${column}`,
      "aria-label": `${row.committee}, ${years[column]}: ${meetings}`,
      "aria-pressed": String(row.chosen === column),
    });
  }
}

function empty(cell) {
  if (cell.gap) return element("td", "gap", "none");
  const dash = element("span", null, "–", { "aria-hidden": "true" });
  return element("td", "before", dash, element("span", "unseen", "none"));
}

function headed(content, scope, className) {
  return element("th", className, { scope }, content);
}
