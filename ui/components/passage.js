// A citation in its surroundings: its paragraphs, the page they are printed on, and the original.

function passage(number, citation, shown) {
  const panel = element("div", "passage", {
    role: "region",
    "aria-label": `Citation ${number} in its surroundings`,
  });
  const place = citation.place.map((part) => element("li", null, words(part)));
  panel.append(element("p", "where", words(citation.body)), element("ul", "place", ...place));
  for (const paragraph of citation.paragraphs) panel.append(printed(paragraph));
  for (const note of citation.notes) panel.append(element("p", "note", note));
  const page = citation.pages.length ? pagesOf(number, citation.pages, shown) : null;
  if (page) panel.append(page);
  panel.showPage = () => page?.showPage();
  const shut = button("plain", "Close", () => foldAndReturn(shown));
  panel.append(element("div", "source", original(number, citation, shown), shut));
  return panel;
}

function printed(paragraph) {
  const made = element("p", paragraph.quoted ? "paragraph quoted" : "paragraph");
  if (paragraph.label) made.append(words(paragraph.label, "number"), " ");
  const text = element("bdi", "words");
  const runs = [paragraph.before, paragraph.quoted, paragraph.after];
  let begin = 0;
  runs.forEach((run, index) => {
    const last = index === runs.length - 1;
    const struck = paragraph.deleted
      .map(([place, deleted]) => [place - begin, deleted])
      .filter(([place]) => place >= 0 && (place < run.length || last));
    const pieces = withDeletions(run, struck);
    if (index === 1 && run) text.append(element("mark", null, ...pieces));
    else text.append(...pieces);
    begin += run.length;
  });
  made.append(text);
  return made;
}

// What stands, with what the original shows struck through put back where it stood.
function withDeletions(run, struck) {
  const pieces = [];
  let cursor = 0;
  for (const [place, deleted] of struck) {
    pieces.push(run.slice(cursor, place), element("del", null, deleted), " ");
    cursor = place;
  }
  return [...pieces, run.slice(cursor)];
}

function original(number, citation, shown) {
  const made = element("span", null, words(citation.document));
  if (citation.link && /^https?:$/.test(new URL(citation.link.url).protocol)) {
    const { url, host } = citation.link;
    made.append(" · ", link(url, "Open the original at ", words(host)));
  } else if (citation.kept) {
    const told = element("span", "done", { role: "status" });
    const download = button("plain", "Download the original", () => {
      told.textContent = "";
      shown.saving = told;
      shown.send("original", number);
    });
    made.append(" · ", download, told);
  }
  return made;
}

// As a file of no type, so that no browser shows what a stranger made as a page of its own.
function save({ id, name, bytes, problem }, shown) {
  if (shown.saved === id) return;
  shown.saved = id;
  if (problem) {
    if (shown.saving) shown.saving.textContent = ` ${problem}`;
    return;
  }
  const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  element("a", null, { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
