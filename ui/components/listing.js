// A table of words, each row a block of its own where it is narrow. Words reach the page through
// textContent alone.

const drawn = new WeakMap(); // what each instance shows now

export default function ({ data, parentElement }) {
  const json = JSON.stringify(data);
  if (drawn.get(parentElement) === json) return;
  drawn.set(parentElement, json);
  const heading = element("tr");
  for (const column of data.columns) heading.append(headed(column, "col"));
  const body = element("tbody");
  for (const row of data.rows) body.append(line(row, data.columns));
  const table = element("table", element("caption", data.caption), element("thead", heading), body);
  parentElement.querySelector("table")?.remove();
  parentElement.append(table);
}

function line(row, columns) {
  const made = element("tr");
  row.forEach((text, at) => {
    const cell = at ? element("td", words(text)) : headed(words(text), "row");
    cell.dataset.column = columns[at]; // its heading, where the columns do not fit
    made.append(cell);
  });
  return made;
}

function headed(content, scope) {
  const made = element("th", content);
  made.scope = scope;
  return made;
}

function element(tag, ...children) {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

// Words of others, kept from turning the direction of the words around them.
function words(text) {
  const made = document.createElement("bdi");
  made.textContent = text;
  return made;
}
