// A page as a picture that the server drew, with boxes on the words that it is shown for.

// The figure; its `showPage` shows the page asked for once that has come. The server knows the words
// by what they are of: the number of a citation, or where a paragraph starts.
function pagesOf(of, pages, shown) {
  let wanted = pages[0];
  let drawnPage = null;
  const frame = element("div", "frame", { tabindex: "0", role: "group" });
  const caption = element("figcaption", null);
  const figure = element("figure", "page", frame, caption);

  figure.showPage = () => {
    const { page } = shown;
    if (!page || page.of !== of || page.page !== wanted) {
      if (drawnPage === wanted) return;
      drawnPage = wanted;
      frame.replaceChildren(element("p", "coming", { role: "status" }, `Page ${wanted} is on its way…`));
      frame.setAttribute("aria-label", `Page ${wanted}`);
      caption.replaceChildren(...choices());
      shown.send("page", { of, page: wanted });
    } else if (figure.dataset.shown !== String(wanted)) {
      figure.dataset.shown = wanted;
      reveal(page, frame, caption, choices());
    }
  };

  // Words that run over the foot of a page stand on two.
  function choices() {
    if (pages.length === 1) return [];
    return pages.map((each) => {
      const turnTo = () => {
        wanted = each;
        delete figure.dataset.shown;
        drawnPage = null;
        figure.showPage();
        figure.querySelector("[aria-pressed=true]").focus();
      };
      const pressed = { "aria-pressed": String(each === wanted) };
      return button("plain", `Page ${each}`, turnTo, pressed);
    });
  }

  return figure;
}

function reveal(page, frame, caption, choices) {
  if (page.problem) {
    frame.replaceChildren(element("p", "coming", { role: "status" }, page.problem));
    caption.replaceChildren(...choices);
    return;
  }
  const large = button("plain", "Enlarge", () => enlarge(page, frame));
  frame.replaceChildren(sheet(page));
  caption.replaceChildren(element("span", null, page.words), ...choices, large);
  toTheWords(frame);
}

function sheet(page) {
  const picture = element("img", null, { alt: page.alt });
  // Only ever a picture: its type is named here, whatever was sent.
  picture.src = `data:image/webp;base64,${page.picture}`;
  picture.width = page.width;
  picture.height = page.height;
  const boxes = page.marks.map(([left, top, width, height]) => {
    const box = element("span", "box");
    Object.assign(box.style, {
      left: `${100 * left}%`,
      top: `${100 * top}%`,
      width: `${100 * width}%`,
      height: `${100 * height}%`,
    });
    return box;
  });
  return element("div", "sheet", picture, ...boxes);
}

// Down to the words, a third of the frame above them.
function toTheWords(frame) {
  const box = frame.querySelector(".box");
  if (!box) return;
  frame.scrollTop = box.offsetTop - frame.clientHeight / 3;
  frame.scrollLeft = box.offsetLeft - frame.clientWidth / 8;
}

function enlarge(page, frame) {
  const large = element("div", "frame", { tabindex: "0", role: "group" }, sheet(page));
  large.setAttribute("aria-label", `Page ${page.page}, enlarged`);
  const shut = button("plain", "Close", () => dialog.close());
  const dialog = element("dialog", null, { "aria-label": `Page ${page.page}` },
    element("div", "bar", element("span", null, page.words), shut), large);
  // Escape closes the dialog only, not the citation behind it.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  frame.after(dialog);
  dialog.showModal();
  toTheWords(large);
}
