"use strict";
(() => {
  const root = document.documentElement;
  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // Dark or light: the reader's choice, kept while the page is open.
  const toggle = document.querySelector(".theme");
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    });
  }

  // A mark shows its source beside it; without script it leads to the same text below.
  const pop = make("div", "", "pop");
  if ("popover" in pop) {
    pop.popover = "auto";
    pop.tabIndex = -1;
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", "Source");
    document.body.append(pop);
    document.addEventListener("click", event => {
      const mark = event.target.closest("a.src");
      const source = mark && document.getElementById(decodeURIComponent(mark.hash.slice(1)));
      if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const copy = source.cloneNode(true);
      copy.removeAttribute("id");
      const close = make("button", "Close");
      close.type = "button";
      close.addEventListener("click", () => { pop.hidePopover(); mark.focus(); });
      pop.replaceChildren(close, copy);
      pop.showPopover();
      const at = mark.getBoundingClientRect();
      const below = at.bottom + 8 + pop.offsetHeight < innerHeight;
      pop.style.left = Math.max(16, Math.min(at.left, innerWidth - pop.offsetWidth - 16)) + "px";
      pop.style.top = Math.max(8, below ? at.bottom + 8 : at.top - pop.offsetHeight - 8) + "px";
      close.focus();
    });
  }

  // The figures under the pointer, from the chart's own table.
  const tip = make("div", "", "tip");
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  let hover = null;
  const hide = () => { tip.hidden = true; if (hover) hover.remove(); hover = null; };
  const show = (svg, event) => {
    const table = svg.parentElement.querySelector("table");
    const [left, band, count] = svg.dataset.x.split(" ").map(Number);
    const box = svg.getBoundingClientRect();
    const scale = Number(svg.dataset.w) / box.width;
    const step = Math.floor(((event.clientX - box.left) * scale - left) / band);
    if (!table || step < 0 || step >= count) return hide();
    const heads = table.rows[0].cells, cells = table.rows[step + 1].cells;
    tip.replaceChildren(make("b", cells[0].textContent));
    for (let i = 1; i < cells.length; i++) {
      if (cells[i].textContent === "0" || cells[i].textContent === "–") continue;
      const line = make("span");
      line.append(make("i", heads[i].textContent), make("span", cells[i].textContent));
      tip.append(line);
    }
    tip.append(make("small", table.caption.textContent));
    tip.hidden = false;
    if (!hover || hover.parentElement !== svg) {
      if (hover) hover.remove();
      hover = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      hover.setAttribute("class", "hover");
      svg.append(hover);
    }
    hover.setAttribute("x", left + step * band);
    hover.setAttribute("y", 8);
    hover.setAttribute("width", band);
    hover.setAttribute("height", 190);
    const x = box.left + scrollX + (left + (step + 1) * band) / scale + 8;
    tip.style.left = Math.min(x, scrollX + innerWidth - tip.offsetWidth - 8) + "px";
    tip.style.top = Math.max(scrollY + 8, event.pageY - tip.offsetHeight - 12) + "px";
  };
  for (const type of ["pointermove", "pointerdown"]) {
    document.addEventListener(type, event => {
      const svg = event.target.closest && event.target.closest("svg[data-x]");
      if (svg) show(svg, event); else hide();
    });
  }
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

  // A fold opens when a link leads into it.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
