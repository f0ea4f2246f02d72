// What is being done to the library, and what was done. Names of documents are text alone.

const drawn = new WeakMap(); // what each instance shows now

export default function ({ data, parentElement }) {
  const json = JSON.stringify(data);
  if (drawn.get(parentElement) === json) return;
  const before = drawn.get(parentElement);
  drawn.set(parentElement, json);
  const whole = element("section", `job ${data.state}`);
  whole.setAttribute("aria-label", data.title);
  whole.append(element("h2", null, words(data.title)), ...running(data));
  const said = element("p", "words", words(data.words));
  // Each document's name read aloud would be noise; how it ended is news.
  if (before && data.state !== "running") said.setAttribute("role", "status");
  whole.append(said);
  if (data.facts.length) whole.append(facts(data.facts));
  if (data.warnings.length) whole.append(warnings(data.warnings));
  parentElement.querySelector(".job")?.remove();
  parentElement.append(whole);
}

function running(data) {
  if (data.state !== "running") return [];
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", data.title);
  if (data.share !== null) bar.value = data.share;
  return [bar];
}

function facts(told) {
  const list = element("dl");
  for (const [name, value] of told) {
    list.append(element("div", null, element("dt", null, name), element("dd", null, value)));
  }
  return list;
}

function warnings(told) {
  const number = told.length === 1 ? "1 thing" : `${told.length} things`;
  const made = element("details", null, element("summary", null, `${number} to look at`));
  const list = element("ul");
  for (const warning of told) list.append(element("li", null, words(warning)));
  made.append(list);
  return made;
}

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// Words of others, kept from turning the direction of the words around them.
function words(text) {
  const made = document.createElement("bdi");
  made.textContent = text;
  return made;
}
