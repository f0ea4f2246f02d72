export default function ({ data, parentElement, setTriggerValue }) {
  const group = element("div", data.action ? "choices removable" : "choices", {
    role: "group",
    "aria-label": data.label,
  });
  group.append(element("span", "label", data.label));
  for (const choice of data.buttons) {
    const choose = () => setTriggerValue("chosen", choice.value);
    const named = data.action ? { "aria-label": `${data.action}: ${choice.words}` } : {};
    const made = button(null, words(choice.words), choose, named);
    if (data.action) made.append(element("span", "cross", { "aria-hidden": "true" }));
    group.append(made);
  }
  parentElement.querySelector(".choices")?.remove();
  parentElement.append(group);
}
