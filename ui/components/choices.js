// Text reaches the page through textContent alone.
export default function ({ data, parentElement, setTriggerValue }) {
  const group = document.createElement("div");
  group.className = data.action ? "choices removable" : "choices";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", data.label);
  const label = document.createElement("span");
  label.className = "label";
  label.textContent = data.label;
  group.append(label);
  for (const { value, words } of data.buttons) {
    const button = document.createElement("button");
    button.type = "button";
    const text = document.createElement("bdi");
    text.textContent = words;
    button.append(text);
    if (data.action) {
      button.setAttribute("aria-label", `${data.action}: ${words}`);
      const cross = document.createElement("span");
      cross.className = "cross";
      cross.setAttribute("aria-hidden", "true");
      button.append(cross);
    }
    button.onclick = () => setTriggerValue("chosen", value);
    group.append(button);
  }
  parentElement.querySelector(".choices")?.remove();
  parentElement.append(group);
}
