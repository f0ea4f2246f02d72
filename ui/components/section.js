// Text reaches the page through textContent alone.
const make = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

function note(number, { place, quote }) {
  const box = make("div", "note");
  box.setAttribute("role", "note");
  box.append(make("bdi", "place", `${number}. ${place}`), make("q", "quote", quote));
  return box;
}

function marks(citations, notes, line) {
  return citations.map((number) => {
    const button = make("button", "mark", String(number));
    button.type = "button";
    button.setAttribute("aria-label", `Note ${number}`);
    button.setAttribute("aria-expanded", "false");
    let opened = null;
    button.onclick = () => {
      if (opened) {
        opened.remove();
        opened = null;
      } else {
        opened = note(number, notes[number]);
        line.append(opened);
      }
      button.setAttribute("aria-expanded", String(opened !== null));
    };
    return button;
  });
}

function drawLine({ label, text, remark, citations }, notes) {
  const line = make("li");
  if (label) line.append(make("bdi", "label", `${label}: `));
  line.append(make("bdi", "", text));
  if (remark) line.append(make("em", "remark", ` (${remark})`));
  line.append(...marks(citations, notes, line));
  return line;
}

export default function ({ data, parentElement }) {
  const section = make("section");
  section.setAttribute("aria-label", data.title);
  section.append(make("h2", "", data.title));
  for (const { heading, lines } of data.blocks) {
    if (heading) section.append(make("h3", "", heading));
    const list = make("ul");
    list.append(...lines.map((line) => drawLine(line, data.notes)));
    section.append(list);
  }
  if (data.kept) {
    const kept = make("p", "remark", data.kept.words);
    kept.append(...marks(data.kept.citations, data.notes, kept));
    section.append(kept);
  }
  parentElement.querySelector("section")?.remove();
  parentElement.append(section);
}
