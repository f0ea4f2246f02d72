// A question and its answer. What documents, people and models wrote reaches the page through
// textContent alone, and the only link is the one to a cited document's original.

const drawn = new WeakMap(); // what each instance shows now

export default function ({ data, parentElement }) {
  const json = JSON.stringify(data);
  const before = drawn.get(parentElement);
  if (before && (before.json === json || data.step < before.step)) return;
  const live = before?.live ?? element("div", "unseen", { role: "status" });
  const shown = { json, step: data.step, live, open: null };
  drawn.set(parentElement, shown);

  const article = answer(data, shown);
  const follow = before ? before.followed && !scrolledAway(before) : data.state === "working";
  if (before) {
    before.article.replaceWith(article);
  } else {
    parentElement.append(live, article);
  }
  shown.article = article;
  // Read out what changed: that the search has begun, and how it ended.
  if (live.textContent !== data.words) live.textContent = data.words;
  // A new question comes to the top and stays there until its answer is whole, unless the
  // reader scrolls away meanwhile.
  if (follow) article.scrollIntoView({ block: "start" });
  shown.top = article.getBoundingClientRect().top;
  shown.followed = follow && data.state === "working";
}

function scrolledAway({ article, top }) {
  return Math.abs(article.getBoundingClientRect().top - top) > 2;
}

function element(tag, className, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

// Words of others, kept from turning the direction of the words around them.
function words(text, className) {
  return element("bdi", className, {}, text);
}

function answer(data, shown) {
  const article = element("article", `turn ${data.state}`);
  if (data.verbatim) article.classList.add("verbatim");
  article.append(element("h2", "question", {}, words(data.question)));
  article.append(element("p", "status", {}, data.words));
  if (data.understood) {
    article.append(element("p", "understood", {}, "Understood as: ", words(data.understood)));
  }
  if (data.limits.length) {
    const limits = data.limits.map((limit) => element("li", null, {}, words(limit)));
    article.append(
      element("div", "limits", {}, "Limited to ", element("ul", null, {}, ...limits)),
    );
  }
  if (data.notice) article.append(element("p", "notice", {}, words(data.notice)));
  if (data.text) article.append(element("p", "text", {}, words(data.text)));
  for (const section of data.sections ?? []) article.append(meeting(section, data, shown));
  if (data.coverage) article.append(foot(data));
  return article;
}

function meeting(section, data, shown) {
  const made = element("section", section.body ? "meeting" : "meeting general");
  if (section.body) {
    made.append(
      element("h3", null, {}, element("span", "date", {}, section.date), " ",
        words(section.body, "body"), section.distinction && words(section.distinction, "body")),
    );
  }
  for (const run of section.runs) {
    const block = element("div", run.label ? "run decided" : "run");
    if (run.label) block.append(element("p", "label", {}, run.label));
    for (const sentence of run.sentences) block.append(statement(sentence, data, shown));
    made.append(block);
  }
  return made;
}

function statement(sentence, data, shown) {
  const line = element("p", "statement", {}, words(sentence.text, "words"));
  const made = element("div", "cited", {}, line);
  for (const number of sentence.citations) {
    const citation = data.citations[String(number)];
    line.append("\u00a0", citation ? marker(number, citation, made, shown) : waiting(number));
  }
  return made;
}

function waiting(number) {
  return element("span", "cite", {}, String(number));
}

function marker(number, citation, place, shown) {
  const button = element(
    "button",
    "cite",
    { type: "button", "aria-expanded": "false", "aria-label": `Citation ${number}: ${citation.name}` },
    String(number),
  );
  button.addEventListener("click", () => {
    const wasOpen = shown.open?.button === button;
    shown.open?.close();
    if (wasOpen) return;
    const panel = passage(number, citation, close);
    function close() {
      panel.remove();
      button.setAttribute("aria-expanded", "false");
      shown.open = null;
    }
    place.append(panel);
    button.setAttribute("aria-expanded", "true");
    shown.open = { button, close };
    panel.scrollIntoView({ block: "nearest" });
    panel.querySelector("mark")?.scrollIntoView({ block: "nearest" });
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || shown.open?.button !== button) return;
    shown.open.close();
    button.focus();
  });
  return button;
}

function passage(number, citation, close) {
  const panel = element("div", "passage", {
    role: "region",
    "aria-label": `Citation ${number} in its surroundings`,
  });
  const place = citation.place.map((part) => element("li", null, {}, words(part)));
  panel.append(
    element("p", "where", {}, words(citation.body)),
    element("ul", "place", {}, ...place),
  );
  for (const paragraph of citation.paragraphs) panel.append(printed(paragraph));
  for (const note of citation.notes) panel.append(element("p", "note", {}, note));
  const shut = element("button", "plain", { type: "button" }, "Close");
  shut.addEventListener("click", () => {
    const button = panel.parentElement.querySelector("button[aria-expanded=true]");
    close();
    button?.focus();
  });
  panel.append(element("div", "source", {}, original(citation), shut));
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
    if (index === 1 && run) text.append(element("mark", null, {}, ...pieces));
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
    pieces.push(run.slice(cursor, place), element("del", null, {}, deleted), " ");
    cursor = place;
  }
  return [...pieces, run.slice(cursor)];
}

function original(citation) {
  const made = element("span", null, {}, words(citation.document));
  if (!citation.link || !/^https?:$/.test(new URL(citation.link.url).protocol)) return made;
  const link = element("a", null, { target: "_blank", rel: "noopener noreferrer" });
  link.href = citation.link.url;
  link.append("Open the original at ", words(citation.link.host));
  link.append(element("span", "unseen", {}, " (in a new tab)"));
  made.append(" · ", link);
  return made;
}

function foot(data) {
  const made = element("footer", null, {}, element("p", "coverage", {}, words(data.coverage)));
  if (Object.keys(data.citations).length === 0) return made;
  const button = element("button", "plain", { type: "button" }, "Copy with citations");
  const done = element("span", "done", { role: "status" });
  button.addEventListener("click", async () => {
    done.textContent = (await copy(data.copy, made)) ? "Copied" : "Could not be copied";
  });
  made.append(element("div", "actions", {}, button, done));
  return made;
}

// navigator.clipboard is missing where the page is not served over https or from localhost.
async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", "unseen", { "aria-hidden": "true" });
    area.value = text;
    place.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
