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

