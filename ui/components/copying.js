// A button that copies text, and the place that tells how it went.
function copying(label, text) {
  const told = element("span", "done", { role: "status" });
  const take = button("plain", label, async () => {
    told.textContent = (await copied(text, take)) ? "Copied" : "Could not be copied";
  });
  return [take, told];
}

// navigator.clipboard is missing where the page is not served over https or from localhost.
async function copied(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", "unseen", { "aria-hidden": "true" });
    area.value = text;
    beside.after(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    beside.focus();
    return done;
  }
}

