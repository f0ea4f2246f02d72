// Conversations to open, rename and delete. Titles reach the page through textContent alone.

const shown = new WeakMap(); // what each instance shows now, and what is to be shown next

export default function ({ data, parentElement, setTriggerValue }) {
  const here = shown.get(parentElement) ?? { json: null, busy: false };
  shown.set(parentElement, here);
  here.draw = () => {
    const json = JSON.stringify(data);
    // What somebody is typing is not taken from under their hands.
    if (here.busy || here.json === json) return;
    here.json = json;
    const send = (name, value) => {
      here.busy = false;
      setTriggerValue(name, value);
    };
    const before = parentElement.querySelector("nav");
    const focused = before?.querySelector("li:focus-within")?.dataset.id;
    before?.remove();
    parentElement.append(list(data, send, here));
    // Keys go on from where they were.
    const lines = [...parentElement.querySelectorAll("li")];
    lines.find((each) => each.dataset.id === focused)?.querySelector(".options").focus();
  };
  here.draw();
}

function list(data, send, here) {
  const nav = element("nav", null, { "aria-label": data.label });
  for (const group of data.groups) {
    const lines = group.conversations.map((each) => line(each, send, here));
    nav.append(
      element("p", "day", { "aria-hidden": "true" }, group.label),
      element("ul", null, { "aria-label": group.label }, ...lines),
    );
  }
  if (data.note) nav.append(element("p", "note", data.note));
  return nav;
}

function line(conversation, send, here) {
  const item = element("li", null, { "data-id": conversation.id });
  const name = words(conversation.title, "title");
  const open = button("open", name, () => send("opened", conversation.id));
  if (conversation.when) open.append(" ", element("span", "when", conversation.when));
  if (conversation.current) open.setAttribute("aria-current", "page");
  const options = button("options", "⋯", toggle, {
    "aria-label": `Options: ${conversation.title}`,
    "aria-expanded": "false",
  });
  const row = element("div", "row", open, options);
  item.append(row);

  function toggle() {
    const expanded = options.getAttribute("aria-expanded") === "true";
    if (expanded) close();
    else show(menu());
  }
  function show(panel) {
    item.querySelector(".panel")?.remove();
    item.append(panel);
    options.setAttribute("aria-expanded", "true");
    const first = panel.querySelector("input, button");
    first.focus();
    first.select?.();
  }
  function close() {
    item.querySelector(".panel")?.remove();
    options.setAttribute("aria-expanded", "false");
    options.focus();
    here.busy = false;
    here.draw();
  }
  function menu() {
    here.busy = true;
    const rename = button("plain", "Rename", () => show(renaming()));
    const remove = button("plain", "Delete", () => show(deleting()));
    return element("div", "panel", rename, remove);
  }
  function renaming() {
    const field = element("input", null, {
      type: "text", maxlength: "120", "aria-label": "Title of the conversation",
    });
    field.value = conversation.title;
    const form = element("form", "panel", field, element("button", "plain", "Keep"),
      button("plain", "Cancel", close));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const title = field.value.trim();
      if (title && title !== conversation.title) send("renamed", { id: conversation.id, title });
      close();
    });
    return form;
  }
  function deleting() {
    return element("div", "panel", { role: "group", "aria-label": "Delete this conversation?" },
      element("p", null, "Delete this conversation? It cannot be brought back."),
      button("plain danger", "Delete it", () => send("deleted", conversation.id)),
      button("plain", "Cancel", close));
  }
  item.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && item.querySelector(".panel")) close();
  });
  return item;
}
