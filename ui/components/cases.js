// Cases that open in their place. What documents, people and models wrote reaches the page
// through textContent alone.

export default function ({ data, parentElement, setTriggerValue }) {
  const focused = parentElement.getRootNode().activeElement?.dataset.id;
  const list = element("ul", "cases");
  for (const line of data.lines) {
    const opened = data.opened?.id === line.id ? data.opened : null;
    list.append(item(line, opened, () => setTriggerValue("toggled", line.id)));
  }
  parentElement.querySelector(".cases")?.remove();
  parentElement.append(list);
  // The list is made anew; whoever works with keys stays where they were.
  for (const button of list.querySelectorAll("button.line")) {
    if (button.dataset.id === focused) button.focus({ preventScroll: true });
  }
}

function item(line, opened, toggle) {
  const opener = button("line", words(line.question, "question"), toggle, {
    "data-id": line.id,
    "aria-expanded": String(Boolean(opened)),
  });
  opener.append(element("span", `told ${line.tone}`, line.told));
  opener.append(element("span", "tags", words([line.id, line.tags].filter(Boolean).join(" · "))));
  const made = element("li", "case", opener);
  if (opened) made.append(details(opened));
  return made;
}

function details(opened) {
  const made = element("div", "details");
  for (const note of opened.notes) made.append(element("p", "note", words(note)));
  if (opened.changes.length) made.append(changes(opened.changes));
  const answers = element("div", opened.answers.length > 1 ? "beside" : "alone");
  answers.append(...opened.answers.map(answer));
  made.append(answers);
  if (opened.facts.length) made.append(part("Facts wanted", facts(opened.facts)));
  if (opened.evidence.length) made.append(part("Evidence expected", ...opened.evidence.map(quote)));
  if (opened.reference) made.append(part("A person’s answer", element("p", null, words(opened.reference))));
  if (opened.retrieved.length) made.append(retrieved(opened.retrieved));
  if (opened.reasons.length) made.append(reasons(opened.reasons));
  return made;
}

function part(title, ...children) {
  return element("section", null, element("h3", null, title), ...children);
}

function changes(all) {
  const list = element("ul", "changes");
  for (const { name, told, tone } of all) {
    list.append(element("li", tone, element("code", null, name), " ", told));
  }
  return list;
}

function answer({ title, error, text, citations }) {
  const made = part(title);
  if (error) made.append(element("p", "bad", "It broke: ", words(error)));
  if (text) made.append(element("p", "answer", words(text)));
  for (const each of citations) made.append(quote({ ...each, told: "", label: `[${each.number}] ` }));
  return made;
}

function facts(all) {
  const list = element("ul", "facts");
  for (const { text, held } of all) {
    const told = element("span", "unseen", held ? "Held: " : "Missing: ");
    list.append(element("li", held ? "good held" : "bad missing", told, words(text)));
  }
  return list;
}

function quote({ quote: said, place, told, label = "" }) {
  const made = element("blockquote", null, label, words(`“${said}”`));
  made.append(element("span", "place", words([place, told].filter(Boolean).join("; "))));
  return made;
}

function retrieved(all) {
  const list = element("ol", "retrieved");
  for (const { text, place, told } of all) {
    const where = [place, told].filter(Boolean).join("; ");
    list.append(element("li", told ? "holds" : null, words(text), element("span", "place", words(where))));
  }
  const folded = element("details", null, element("summary", null, `Retrieved: ${all.length}, best first`));
  folded.append(list);
  return folded;
}

function reasons(all) {
  const list = element("dl", "reasons");
  for (const { name, value, reason } of all) {
    const term = element("dt", null, element("code", null, name), element("span", "value", value));
    list.append(term, element("dd", null, words(reason)));
  }
  const folded = element("details", null, element("summary", null, "Why each figure is what it is"));
  folded.open = true;
  folded.append(list);
  return folded;
}
