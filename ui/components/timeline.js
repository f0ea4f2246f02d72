// The meetings of an answer along a line of time; each leads to what is told of it.

function timeline({ meetings, years }, sections) {
  const marks = meetings.map(({ at, words: name, decided, section }) => {
    const title = decided ? `${name}: decided` : name;
    const lead = () => {
      sections[section].scrollIntoView({ block: "start" });
      sections[section].querySelector("h3").focus({ preventScroll: true });
    };
    const mark = button(decided ? "mark decided" : "mark", "", lead, { "aria-label": title, title });
    return placed(element("li", null, mark), at);
  });
  const scale = years.map(({ at, words: year }) => placed(element("span", "year", year), at));
  const key = element("p", "key", { "aria-hidden": "true" },
    element("span", "said", "said"), element("span", "decided", "decided"));
  return element("nav", "timeline", { "aria-label": "Meetings over time" },
    element("ol", null, ...marks),
    element("div", "scale", { "aria-hidden": "true" }, ...scale), key);
}

function placed(made, at) {
  made.style.left = `${100 * at}%`;
  return made;
}
