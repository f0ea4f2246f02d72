// What was decided, by meeting. Text of documents reaches the page through textContent alone.

const drawn = new WeakMap(); // what each instance shows now

export default function ({ data, parentElement }) {
  const json = JSON.stringify(data);
  if (drawn.get(parentElement) === json) return;
  drawn.set(parentElement, json);
  const list = element("div", "entries");
  let meeting = null;
  let heading = null;
  for (const entry of data.entries) {
    const own = `${entry.date} ${entry.body}`;
    if (own !== heading) {
      heading = own;
      meeting = element("section", "meeting");
      const title = element("h2", null, element("span", "date", entry.date), " ", words(entry.body));
      meeting.append(title);
      list.append(meeting);
    }
    meeting.append(item(entry));
  }
  parentElement.querySelector(".entries")?.remove();
  parentElement.append(list);
}

function item(entry) {
  const made = element("article", "entry", element("p", "label", entry.label));
  made.append(element("p", "words", words(entry.words)));
  if (entry.details) made.append(element("p", "details", words(entry.details)));
  const place = element("ul", "place");
  for (const part of [...entry.place, entry.document]) {
    place.append(element("li", null, words(part)));
  }
  made.append(place);
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
