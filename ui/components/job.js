// What is being done to the library, and what was done. Names of documents are text alone.

const drawn = new WeakMap(); // what each instance shows now

export default function ({ data, parentElement }) {
  const json = JSON.stringify(data);
  const before = drawn.get(parentElement);
  if (before === json) return;
  drawn.set(parentElement, json);
  // Each document's name read aloud would be noise; how it ended is news.
  const news = before && data.state !== "running" ? { role: "status" } : {};
  const whole = element(
    "section",
    `job ${data.state}`,
    { "aria-label": data.title },
    element("h2", null, words(data.title)),
    data.state === "running" ? bar(data) : null,
    element("p", "words", news, words(data.words)),
    data.facts.length ? element("dl", null, ...data.facts.map(fact)) : null,
    data.warnings.length ? warnings(data.warnings) : null,
  );
  parentElement.querySelector(".job")?.remove();
  parentElement.append(whole);
}

function bar(data) {
  const made = element("progress", null, { "aria-label": data.title });
  if (data.share !== null) made.value = data.share;
  return made;
}

function fact([name, value]) {
  return element("div", null, element("dt", null, name), element("dd", null, value));
}

function warnings(told) {
  const number = told.length === 1 ? "1 thing" : `${told.length} things`;
  const list = told.map((warning) => element("li", null, words(warning)));
  const summary = element("summary", null, `${number} to look at`);
  return element("details", null, summary, element("ul", null, ...list));
}
