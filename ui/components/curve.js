// A curve in a square, and its values at a few places as text.

export default function ({ data, parentElement }) {
  if (isShown(data, parentElement)) return;
  const steps = data.steps.flatMap((step) => [
    element("dt", null, words(step.told)),
    element("dd", null, words(step.value)),
  ]);
  const made = element("div", "curve", picture(data), element("dl", null, ...steps));
  parentElement.querySelector(".curve")?.remove();
  parentElement.append(made);
}

function picture({ side, line, level, across, upwards, title, axes }) {
  const [left, below] = [62, 46];
  const made = drawing("svg", {
    role: "img",
    "aria-label": title,
    viewBox: `${-left} -10 ${side + left + 12} ${side + below + 10}`,
  });
  for (const [x, told] of across) {
    made.append(drawing("line", { class: "rule", x1: x, x2: x, y1: 0, y2: side }));
    made.append(label(told, { x, y: side + 18, "text-anchor": "middle" }));
  }
  for (const [y, told] of upwards) {
    made.append(drawing("line", { class: "rule", x1: 0, x2: side, y1: y, y2: y }));
    made.append(label(told, { x: -8, y: y + 4, "text-anchor": "end" }));
  }
  const middle = side / 2;
  const upright = { x: 0, y: 0, transform: `translate(-46 ${middle}) rotate(-90)` };
  made.append(
    drawing("line", { class: "level", x1: 0, x2: side, y1: level, y2: level }),
    drawing("polyline", { class: "line", points: line }),
    label(axes[0], { x: middle, y: side + 40, "text-anchor": "middle" }),
    label(axes[1], { ...upright, "text-anchor": "middle" }),
  );
  return made;
}

function label(text, attributes) {
  const made = drawing("text", attributes);
  made.textContent = text;
  return made;
}
