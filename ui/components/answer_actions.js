// What can be done with an answer: say whether it helped, and pass its question on.

const THUMB =
  "M7 10v10H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1h3Zm2 0 4-8a2 2 0 0 1 2 2v4h4.3a2 2 0 0 1 2 2.3l-1.2 8" +
  "a2 2 0 0 1-2 1.7H9V10Z";

export default function ({ data, parentElement, setTriggerValue }) {
  if (isShown(data, parentElement)) return;
  const send = (verdict) => setTriggerValue("verdict", verdict);
  const before = parentElement.querySelector(".actions");
  const focused = before?.contains(parentElement.getRootNode().activeElement);
  before?.remove();
  const made = actions(data, send);
  parentElement.append(made);
  // What was pressed has been drawn anew; keys go on from there.
  if (focused) made.querySelector("[aria-pressed=true]")?.focus();
}

function actions(data, send) {
  const row = element("div", "row", { role: "group", "aria-label": "This answer" });
  const made = element("div", "actions", row);
  const shown = { open: null };
  const open = (opener, panel) => {
    unfold(opener, shown, () => {
      made.append(panel);
      return panel;
    });
    shown.open?.panel.querySelector("input, button").focus();
  };
  const leave = () => foldAndReturn(shown);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });

  const pressed = (helpful) => String(data.verdict?.helpful === helpful);
  const up = thumb("Helpful", "up", () => send({ helpful: true }), {
    "aria-pressed": pressed(true),
  });
  const down = thumb("Not helpful", "down", () => open(down, complaint(data, send, leave)), {
    "aria-pressed": pressed(false),
    "aria-expanded": "false",
  });
  const share = button("plain", "Share", () => open(share, address(data, leave)), {
    "aria-expanded": "false",
  });
  row.append(up, down, share, element("span", "done", { role: "status" }, data.thanks ?? ""));
  return made;
}

function thumb(label, direction, onClick, attributes) {
  const picture = drawing("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
  picture.append(drawing("path", { d: THUMB }));
  const made = button(`plain thumb ${direction}`, picture, onClick, attributes);
  made.append(label);
  return made;
}

function complaint(data, send, leave) {
  const boxes = data.reasons.map(({ value, words }) => {
    const box = element("input", null, { type: "checkbox", value });
    return { box, label: element("label", null, box, words) };
  });
  const remark = element("input", "remark", { type: "text", maxlength: String(data.longest) });
  const form = element("form", "panel", {},
    element("fieldset", null, element("legend", null, "What is wrong with it?"),
      ...boxes.map(({ label }) => label)),
    element("label", "own", "In your own words (optional)", remark),
    element("p", "hint", {},
      "Your question and this answer go to the people who test how good the answers are."),
    element("button", "plain", "Send"), button("plain", "Cancel", leave));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const reasons = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    send({ helpful: false, reasons, remark: remark.value });
    leave();
  });
  return form;
}

function address(data, leave) {
  const field = element("input", "address", {
    type: "text", readonly: "", "aria-label": "Address of this question",
  });
  field.value = `${location.origin}${location.pathname}?${data.share}`;
  field.addEventListener("focus", () => field.select());
  const [take, told] = copying("Copy the address", field.value);
  return element("div", "panel", { role: "group", "aria-label": "Share" }, field,
    element("p", "hint", {},
      "Whoever may use this service and opens the address asks the question anew, of the minutes " +
      "as they are then. This conversation stays yours alone."),
    take, button("plain", "Close", leave), told);
}
