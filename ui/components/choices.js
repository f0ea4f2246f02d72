export default function ({ data, parentElement, setTriggerValue }) {
  const group = element("div", data.action ? "choices removable" : "choices", {
    role: "group",
    "aria-label": data.label,
  });
  group.append(element("span", "label", data.label));
  for (const choice of data.buttons) {
    const button = element("button", null, { type: "button" }, words(choice.words));
    if (data.action) {
      button.setAttribute("aria-label", `${data.action}: ${choice.words}`);
      button.append(element("span", "cross", { "aria-hidden": "true" }));
    }
    button.onclick = () => setTriggerValue("chosen", choice.value);
    group.append(button);
  }
  parentElement.querySelector(".choices")?.remove();
  parentElement.append(group);
}
