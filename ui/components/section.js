export default function ({ data, parentElement }) {
  const section = element("section", null, { "aria-label": data.title });
  section.append(element("h2", null, data.title));
  for (const { heading, lines } of data.blocks) {
    if (heading) section.append(element("h3", null, words(heading)));
    section.append(element("ul", null, ...lines.map((line) => drawLine(line, data.notes))));
  }
  if (data.kept) {
    const kept = element("p", "remark", data.kept.words);
    kept.append(...marks(data.kept.citations, data.notes, kept));
    section.append(kept);
  }
  parentElement.querySelector("section")?.remove();
  parentElement.append(section);
}

function drawLine({ label, text, remark, citations }, notes) {
  const line = element("li", null, label ? words(`${label}: `, "label") : null, words(text));
  if (remark) line.append(element("em", "remark", ` (${remark})`));
  line.append(...marks(citations, notes, line));
  return line;
}

function marks(citations, notes, line) {
  return citations.map((number) => {
    const shown = { open: null };
    const turn = () =>
      unfold(mark, shown, () => {
        const made = note(number, notes[number]);
        line.append(made);
        return made;
      });
    const mark = button("mark", String(number), turn, {
      "aria-label": `Note ${number}`,
      "aria-expanded": "false",
    });
    return mark;
  });
}

function note(number, { place, quote, minutes }) {
  return element(
    "div",
    "note",
    { role: "note" },
    words(`${number}. ${place}`, "place"),
    element("q", "quote", quote),
    " ",
    link(minutes, "In the minutes"),
  );
}
