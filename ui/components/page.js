// The page of a citation as a picture that the server drew, with boxes on the quoted words.

// The figure, and what shows the page asked for in it once that has come.
function pagesOf(number, citation, shown) {
  let wanted = citation.pages[0];
  let drawnPage = null;
  const frame = element("div", "frame", { tabindex: "0", role: "group" });
  const caption = element("figcaption", null);
  const figure = element("figure", "page", frame, caption);

  function show() {
    const { page } = shown;
    if (!page || page.citation !== number || page.page !== wanted) {
      if (drawnPage === wanted) return;
      drawnPage = wanted;
      frame.replaceChildren(element("p", "coming", { role: "status" }, `Page ${wanted} is on its way…`));
      frame.setAttribute("aria-label", `Page ${wanted}`);
      caption.replaceChildren(...choices());
      shown.send("page", { citation: number, page: wanted });
    } else if (figure.dataset.shown !== String(wanted)) {
      figure.dataset.shown = wanted;
      reveal(page, frame, caption, choices());
    }
  }

  // Words that run over the foot of a page stand on two.
  function choices() {
    if (citation.pages.length === 1) return [];
    return citation.pages.map((each) => {
      const button = element("button", "plain", { type: "button" }, `Page ${each}`);
      button.setAttribute("aria-pressed", String(each === wanted));
      button.addEventListener("click", () => {
        wanted = each;
        delete figure.dataset.shown;
        drawnPage = null;
        show();
        figure.querySelector("[aria-pressed=true]").focus();
      });
      return button;
    });
  }

  return { figure, show };
}

function reveal(page, frame, caption, choices) {
  if (page.problem) {
    frame.replaceChildren(element("p", "coming", { role: "status" }, page.problem));
    caption.replaceChildren(...choices);
    return;
  }
  const large = element("button", "plain", { type: "button" }, "Enlarge");
  large.addEventListener("click", () => enlarge(page, frame));
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

// Down to the quoted words, a third of the frame above them.
function toTheWords(frame) {
  const box = frame.querySelector(".box");
  if (!box) return;
  frame.scrollTop = box.offsetTop - frame.clientHeight / 3;
  frame.scrollLeft = box.offsetLeft - frame.clientWidth / 8;
}

function enlarge(page, frame) {
  const large = element("div", "frame", { tabindex: "0", role: "group" }, sheet(page));
  large.setAttribute("aria-label", `Page ${page.page}, enlarged`);
  const shut = element("button", "plain", { type: "button" }, "Close");
  const dialog = element("dialog", null, { "aria-label": `Page ${page.page}` },
    element("div", "bar", element("span", null, page.words), shut), large);
  shut.addEventListener("click", () => dialog.close());
  // Escape closes the dialog only, not the citation behind it.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  frame.after(dialog);
  dialog.showModal();
  toTheWords(large);
}
