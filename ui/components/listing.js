// A list of things with a few words about each, which reach the page as text alone.

export default function ({ data, parentElement }) {
  if (isShown(data, parentElement)) return;
  const heads = data.columns.map((column) => element("th", null, { scope: "col" }, column));
  const rows = data.rows.map((row) => line(row, data.columns));
  const table = element(
    "table",
    null,
    element("caption", "unseen", data.caption),
    element("thead", null, element("tr", null, ...heads)),
    element("tbody", null, ...rows),
  );
  parentElement.querySelector("table")?.remove();
  parentElement.append(table);
}

function line(row, columns) {
  const cells = row.map((text, at) => {
    const about = { "data-column": columns[at] }; // its heading, where the columns do not fit
    return at
      ? element("td", null, about, words(text))
      : element("th", null, { scope: "row" }, about, words(text));
  });
  return element("tr", null, ...cells);
}
