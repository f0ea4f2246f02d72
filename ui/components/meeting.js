// A meeting to be read. Text of documents reaches the page through textContent alone.

const instances = new WeakMap(); // the page that each instance shows

export default function ({ data: { page, ...data }, parentElement, setTriggerValue }) {
  if (!isShown(data, parentElement)) {
    instances.set(parentElement, { open: null });
    draw(data, instances.get(parentElement), parentElement);
  }
  const shown = instances.get(parentElement);
  shown.page = page;
  shown.send = setTriggerValue;
  shown.open?.panel.showPage();
}

function draw(data, shown, parentElement) {
  const whole = element("div", "document");
  for (const meeting of data.meetings) whole.append(sitting(meeting, data, shown));
  parentElement.querySelector(".document")?.remove();
  parentElement.append(whole);
  whole.querySelector(".here")?.scrollIntoView({ block: "center" });
}

function sitting(meeting, { search, original }, shown) {
  const made = element("article", "meeting", element("h2", null, words(meeting.title)));
  const facts = element("dl", "facts");
  for (const [name, told] of meeting.facts) {
    facts.append(element("dt", null, name), element("dd", null, words(told)));
  }
  if (original) {
    const told = link(original.url, "Open the original at ", words(original.host));
    facts.append(element("dt", null, "Original"), element("dd", null, told));
  }
  made.append(facts);
  const fitting = meeting.items.filter((item) => holds(item, search));
  if (search && !fitting.length) {
    made.append(element("p", "note", "No item of this meeting has these words."));
  }
  const only = meeting.items.length === 1;
  for (const item of fitting) made.append(business(item, only, search, shown));
  return made;
}

function business(item, only, search, shown) {
  const made = element("details", "item", element("summary", null, words(item.title)));
  made.open = only || Boolean(search) || item.paragraphs.some((paragraph) => paragraph.here);
  for (const note of item.notes) made.append(element("p", "note", note));
  let heading = null;
  for (const paragraph of item.paragraphs) {
    if (paragraph.heading && paragraph.heading !== heading) {
      made.append(element("h3", null, words(paragraph.heading)));
    }
    heading = paragraph.heading;
    made.append(printed(paragraph, search, shown));
  }
  return made;
}

function printed(paragraph, search, shown) {
  const made = element("p", paragraph.kind ? "paragraph business" : "paragraph");
  if (paragraph.here) made.classList.add("here");
  if (paragraph.kind) made.append(element("span", "kind", paragraph.kind), " ");
  if (paragraph.label) made.append(element("span", "number", words(paragraph.label)), " ");
  made.append(...marked(paragraph.words, search));
  if (paragraph.pages.length) made.append(" ", opener(paragraph, made, shown));
  else if (paragraph.page) made.append(" ", element("span", "on", `page ${paragraph.page}`));
  return made;
}

// What shows a paragraph on the page that it is printed on, and hides that again.
function opener({ start, page, pages }, place, shown) {
  const made = button("plain on", `page ${page}`, turn, {
    "aria-label": `page ${page} as it is printed`,
    "aria-expanded": "false",
  });

  function turn() {
    unfold(made, shown, () => {
      const figure = pagesOf(start, pages, shown);
      place.after(figure);
      figure.showPage();
      return figure;
    });
  }

  return made;
}

function holds(item, search) {
  const wanted = search.toLowerCase();
  const texts = [item.title, ...item.paragraphs.map((paragraph) => paragraph.words)];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

// The words with what was searched for marked.
function marked(text, search) {
  const parts = [];
  const lower = text.toLowerCase();
  const wanted = search.toLowerCase();
  // Where lower case changes the length of a text, places in it are not places in the text.
  if (!wanted || lower.length !== text.length) return [words(text)];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), element("mark", null, text.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  parts.push(text.slice(from));
  const made = document.createElement("bdi");
  made.append(...parts);
  return [made];
}
