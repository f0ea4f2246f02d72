// A question and its answer. What documents, people and models wrote reaches the page through
// textContent alone, and the only link is the one to a cited document's original.

const drawn = new WeakMap(); // what each instance shows now
const begun = new Set(); // the turns that were seen without their answer

// A new question comes to the top and stays there until its answer is whole, unless the reader
// does something meanwhile.
let followed = null;
for (const doing of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  addEventListener(doing, () => (followed = null), { capture: true, passive: true });
}

export default function ({ data: { page, original, ...data }, parentElement, setTriggerValue }) {
  const json = JSON.stringify(data);
  const before = drawn.get(parentElement);
  if (before && data.step < before.step) return;
  const same = before?.json === json;
  const shown = same ? before : { json, step: data.step, open: null };
  shown.send = setTriggerValue;
  shown.page = page;
  if (!same) draw(data, shown, before, parentElement);
  shown.open?.panel.showPage();
  if (original) save(original, shown);
}

function draw(data, shown, before, parentElement) {
  drawn.set(parentElement, shown);
  const live = before?.live ?? element("div", "unseen", { role: "status" });
  const article = answer(data, shown);
  if (before) {
    before.article.replaceWith(article);
  } else {
    parentElement.append(live, article);
  }
  shown.article = article;
  shown.live = live;
  // Read out what changed: that the search has begun, and how it ended.
  if (live.textContent !== data.words) live.textContent = data.words;
  follow(data, article);
}

function follow({ id, state }, article) {
  const working = state === "working";
  if (working && !begun.has(id)) {
    begun.add(id);
    followed = id;
  }
  if (followed !== id) return;
  article.scrollIntoView({ block: "start" });
  if (!working) followed = null;
}

function answer(data, shown) {
  const article = element("article", `turn ${data.state}`);
  if (data.verbatim) article.classList.add("verbatim");
  article.append(element("h2", "question", words(data.question)));
  article.append(element("p", "status", data.words));
  if (data.understood) {
    article.append(element("p", "understood", "Understood as: ", words(data.understood)));
  }
  const limits = Object.entries(data.limits);
  if (limits.length) article.append(limited(limits, data.found, shown));
  if (data.notice) article.append(element("p", "notice", words(data.notice)));
  if (data.text) article.append(element("p", "text", words(data.text)));
  const sections = (data.sections ?? []).map((section) => meeting(section, data, shown));
  if (data.timeline) article.append(timeline(data.timeline, sections));
  article.append(...sections);
  if (data.coverage) article.append(foot(data));
  return article;
}

function limited(limits, found, shown) {
  const chips = limits.map(([name, limit]) => {
    const cross = element("span", "cross", { "aria-hidden": "true" });
    const chip = button("chip", words(limit), () => shown.send("without", name), {
      "aria-label": `Ask again without: ${limit}`,
    });
    chip.append(cross);
    return element("li", null, chip, found.includes(name) ? " as your question says" : null);
  });
  return element("div", "limits", "Limited to ", element("ul", null, ...chips));
}

function meeting(section, data, shown) {
  const made = element("section", section.body ? "meeting" : "meeting general");
  if (section.body) {
    made.append(
      element("h3", null, { tabindex: "-1" }, element("span", "date", section.date), " ",
        words(section.body, "body"), section.distinction && words(section.distinction, "body")),
    );
  }
  for (const run of section.runs) {
    const block = element("div", runClass(run));
    if (run.label) block.append(element("p", "label", run.label));
    for (const sentence of run.sentences) block.append(statement(sentence, data, shown));
    made.append(block);
  }
  return made;
}

function runClass({ label, decided }) {
  if (decided) return "run decided";
  return label ? "run named" : "run";
}

function statement(sentence, data, shown) {
  const said = sentence.runs.map(([text, given]) => (given ? element("strong", null, text) : text));
  const line = element("p", "statement", element("bdi", "words", ...said));
  const made = element("div", "cited", line);
  for (const number of sentence.citations) {
    const citation = data.citations[String(number)];
    line.append("\u00a0", citation ? marker(number, citation, made, shown) : waiting(number));
  }
  return made;
}

function waiting(number) {
  return element("span", "cite", String(number));
}

function marker(number, citation, place, shown) {
  const mark = button("cite", String(number), open, {
    "aria-expanded": "false",
    "aria-label": `Citation ${number}: ${citation.name}`,
  });

  function open() {
    unfold(mark, shown, () => {
      const panel = passage(number, citation, shown);
      place.append(panel);
      panel.showPage();
      return panel;
    });
    shown.open?.panel.querySelector("mark")?.scrollIntoView({ block: "nearest" });
  }

  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown.open?.mark === mark) foldAndReturn(shown);
  });
  return mark;
}

function foot(data) {
  const made = element("footer", null, element("p", "coverage", words(data.coverage)));
  if (Object.keys(data.citations).length === 0) return made;
  made.append(element("div", "actions", ...copying("Copy with citations", data.copy)));
  return made;
}
