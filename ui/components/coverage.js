// Meetings by committee and year. Names of bodies reach the page through textContent alone.

const drawn = new WeakMap(); // what each instance shows now

export default function ({ data, parentElement, setTriggerValue }) {
  const json = JSON.stringify(data);
  if (drawn.get(parentElement) === json) return;
  drawn.set(parentElement, json);
  const choose = (row, column) => setTriggerValue("chosen", [row, column]);
  const table = element("table", null, element("caption", null, data.caption), heading(data));
  let body = null;
  let council;
  data.rows.forEach((row, at) => {
    if (!body || row.council !== council) {
      council = row.council;
      body = element("tbody");
      if (council) body.append(element("tr", "council", spanning(council, data.years.length + 2)));
      table.append(body);
    }
    body.append(committee(row, at, data.years, choose));
  });
  const frame = element("div", "frame", table);
  frame.tabIndex = 0; // so that a keyboard can move it sideways
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", data.caption);
  const focused = placeOf(parentElement);
  parentElement.querySelector(".frame")?.remove();
  parentElement.append(frame);
  frame.scrollLeft = frame.scrollWidth; // the latest years are asked for most
  if (focused) frame.querySelector(`[data-at="${focused}"]`)?.focus();
}

function heading(data) {
  const row = element("tr", null, scoped("Committee", "col", "name"));
  for (const year of data.years) row.append(scoped(String(year), "col", "year"));
  row.append(scoped("All", "col", "all"));
  return element("thead", null, row);
}

function committee(row, at, years, choose) {
  const made = element("tr", null, scoped(words(row.committee), "row", "name"));
  row.cells.forEach((cell, column) => {
    const about = `${row.committee}, ${years[column]}`;
    const pressed = row.chosen === column;
    made.append(cell.meetings ? filled(cell, about, pressed, `${at}-${column}`, () => choose(at, column)) : empty(cell));
  });
  made.append(element("td", "all", String(row.all)));
  return made;
}

function filled(cell, about, pressed, at, onclick) {
  const button = element("button", `shade${cell.shade}`, String(cell.meetings));
  button.type = "button";
  button.dataset.at = at;
  const meetings = cell.meetings === 1 ? "1 meeting" : `${cell.meetings} meetings`;
  button.setAttribute("aria-label", `${about}: ${meetings}`);
  button.setAttribute("aria-pressed", String(pressed));
  button.onclick = onclick;
  return element("td", "held", button);
}

function empty(cell) {
  if (cell.gap) return element("td", "gap", "none");
  const dash = element("span", null, "–");
  dash.setAttribute("aria-hidden", "true");
  return element("td", "before", dash, element("span", "unseen", "none"));
}

// Which cell has the focus, so that drawing the table anew does not lose it.
function placeOf(parentElement) {
  const root = parentElement.getRootNode();
  return root.activeElement?.dataset?.at;
}

function spanning(council, columns) {
  const made = scoped(words(council), "rowgroup", null);
  made.colSpan = columns;
  return made;
}

function scoped(content, scope, className) {
  const made = element("th", className, content);
  made.scope = scope;
  return made;
}

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// Words of others, kept from turning the direction of the words around them.
function words(text) {
  const made = document.createElement("bdi");
  made.textContent = text;
  return made;
}
