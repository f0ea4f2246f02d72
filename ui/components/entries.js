// What was decided, by meeting. Text of documents reaches the page through textContent alone.

export default function ({ data, parentElement }) {
  if (isShown(data, parentElement)) return;
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
  place.append(element("li", null, link(entry.minutes, "In the minutes")));
  if (entry.original) {
    const { url, host } = entry.original;
    place.append(element("li", null, link(url, "Open the original at ", words(host))));
  }
  made.append(place);
  if (entry.follow_ups) made.append(...followUps(entry.follow_ups));
  return made;
}

function followUps(found) {
  if (!found.length) {
    return [element("p", "none", "No later minute was found that may report back.")];
  }
  return found.map((each) =>
    element(
      "div",
      "follow-up",
      element("p", "label", "Possible follow-up, ", each.date, ", ", words(each.body)),
      element("p", "words", words(each.words)),
      element("p", "place", link(each.minutes, "In the minutes")),
    ),
  );
}
