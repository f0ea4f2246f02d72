// What every component's script begins with. What others wrote becomes text, never markup.

// An element with its class, attributes (a plain object) and children; null leaves no trace.
function element(tag, className, ...parts) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const part of parts) {
    if (part === null) continue;
    if (Object.getPrototypeOf(part) !== Object.prototype) made.append(part);
    else for (const [name, value] of Object.entries(part)) made.setAttribute(name, value);
  }
  return made;
}

// Words of others, kept from turning the direction of the words around them.
function words(text, className) {
  return element("bdi", className, text);
}

// A part of a drawing with its attributes.
function drawing(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// A button, to be pressed with the mouse or with keys.
function button(className, label, onClick, attributes = {}) {
  const made = element("button", className, { type: "button", ...attributes }, label);
  made.addEventListener("click", onClick);
  return made;
}

// A press of a button shows the panel that `place` puts on the page and gives back; the next press
// takes it away. Of the buttons that share `shown` one has its panel open: `shown.open`.
function unfold(mark, shown, place) {
  const wasOpen = shown.open?.mark === mark;
  fold(shown);
  if (wasOpen) return;
  const panel = place();
  shown.open = { mark, panel };
  mark.setAttribute("aria-expanded", "true");
  panel.scrollIntoView({ block: "nearest" });
}

function fold(shown) {
  shown.open?.panel.remove();
  shown.open?.mark.setAttribute("aria-expanded", "false");
  shown.open = null;
}

// As `fold`; keys go on from the button.
function foldAndReturn(shown) {
  const mark = shown.open?.mark;
  fold(shown);
  mark?.focus();
}

// A link that opens in a new tab, and says so to those who hear the page.
function link(url, ...told) {
  const about = { href: url, target: "_blank", rel: "noopener noreferrer" };
  return element("a", null, about, ...told, element("span", "unseen", " (in a new tab)"));
}

// Whether an instance is told what it was told before, and shows already.
const toldBefore = new WeakMap();
function isShown(data, parentElement) {
  const json = JSON.stringify(data);
  const same = toldBefore.get(parentElement) === json;
  toldBefore.set(parentElement, json);
  return same;
}

