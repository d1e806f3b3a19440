(() => {
  'use strict';
  const make = (tag, text, name) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  };

  function map(root) {
    const box = root.querySelector('.cmap-box'), svg = box.querySelector('svg'), tip = root.querySelector('.cmap-tip');
    const marks = [...svg.querySelectorAll('[data-e],[data-n]')], words = new Map();
    // The texts of a mark become its name for those who hear the page, and the lines of the tip.
    for (const mark of marks) {
      const title = mark.querySelector('title');
      if (!title) continue;
      words.set(mark, title.textContent.split('\n'));
      mark.setAttribute('aria-label', title.textContent.replaceAll('\n', ', '));
      title.remove();
    }
    const markOf = event => event.target.closest('[data-e],[data-n]');
    const roam = mark => { for (const m of marks) m.setAttribute('tabindex', m === mark ? '0' : '-1'); };
    function show(mark, event) {
      tip.replaceChildren(...words.get(mark).map((line, i) => make(i === 0 ? 'b' : 'div', line)));
      tip.hidden = false;
      const frame = box.getBoundingClientRect(), place = (mark.querySelector('.a,.sy') || mark).getBoundingClientRect();
      const x = (event ? event.clientX : place.left + place.width / 2) - frame.left, y = (event ? event.clientY : place.top + place.height / 2) - frame.top;
      tip.style.left = Math.max(0, Math.min(x + 14, frame.width - tip.offsetWidth)) + 'px';
      tip.style.top = (y + 16 + tip.offsetHeight > frame.height ? Math.max(0, y - tip.offsetHeight - 12) : y + 16) + 'px';
    }
    const hide = () => { tip.hidden = true; };
    svg.addEventListener('click', e => { const m = markOf(e); if (m) { roam(m); show(m, e); } else hide(); });
    svg.addEventListener('pointerleave', hide);
    svg.addEventListener('focusin', e => { const m = markOf(e); if (m && m.matches(':focus-visible')) show(m); });
    svg.addEventListener('focusout', hide);
    svg.addEventListener('keydown', e => {
      const go = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (e.key === 'Escape') hide();
      const mark = markOf(e);
      if (!go || !mark) return;
      e.preventDefault();
      const next = marks[(marks.indexOf(mark) + go + marks.length) % marks.length];
      roam(next);
      next.focus();
      show(next);
    });
    if (marks.length > 0) roam(marks.find(m => m.matches('[data-n]')) || marks[0]);

    // Enlarging: the part shown changes; symbols, lines and letters keep their size, and the names that now find room appear.
    const whole = svg.viewBox.baseVal, width = whole.width, height = whole.height;
    let zoom = 1, x = 0, y = 0, from = null;
    const sizes = [['ln', 26], ['lm', 17], ['lw', 12], ['lx', 6], ['ly', 3]].filter(s => svg.querySelector('.' + s[0]));
    function draw() {
      x = Math.max(0, Math.min(x, width - width / zoom));
      y = Math.max(0, Math.min(y, height - height / zoom));
      svg.setAttribute('viewBox', [x, y, width / zoom, height / zoom].map(v => v.toFixed(2)).join(' '));
      box.classList.toggle('zoomed', zoom > 1);
      if (zoom === 1) {
        box.style.removeProperty('--z');
        box.removeAttribute('data-layer');
        return;
      }
      const scale = box.clientWidth * zoom / width, base = box.clientWidth < 540 ? 1.6 : box.clientWidth < 860 ? 1.25 : 1;
      box.style.setProperty('--z', (base / zoom).toFixed(4));
      const fit = [...sizes].reverse().find(s => s[1] * scale >= 9) || sizes[0];
      box.dataset.layer = fit[0];
    }
    function enlarge(factor, px, py) {
      const next = factor === 0 ? 1 : Math.max(1, Math.min(16, zoom * factor));
      x = px - (px - x) * zoom / next;
      y = py - (py - y) * zoom / next;
      zoom = next;
      draw();
    }
    const bar = root.querySelector('.zoom');
    bar.hidden = false;
    for (const button of bar.children)
      button.addEventListener('click', () => enlarge(Number(button.dataset.zoom), x + width / zoom / 2, y + height / zoom / 2));
    const at = e => { const f = svg.getBoundingClientRect(); return [x + (e.clientX - f.left) / f.width * width / zoom, y + (e.clientY - f.top) / f.height * height / zoom]; };
    svg.addEventListener('wheel', e => { if (!e.ctrlKey && !e.metaKey) return; e.preventDefault(); enlarge(e.deltaY < 0 ? 1.5 : 1 / 1.5, ...at(e)); }, { passive: false });
    svg.addEventListener('dblclick', e => enlarge(2, ...at(e)));
    svg.addEventListener('pointerdown', e => { if (zoom > 1) { from = [e.clientX, e.clientY, x, y]; svg.setPointerCapture(e.pointerId); } });
    svg.addEventListener('pointerup', () => { from = null; });
    svg.addEventListener('pointermove', e => {
      if (from) {
        const f = svg.getBoundingClientRect();
        x = from[2] - (e.clientX - from[0]) / f.width * width / zoom;
        y = from[3] - (e.clientY - from[1]) / f.height * height / zoom;
        draw();
        return hide();
      }
      const m = markOf(e);
      if (m) show(m, e); else hide();
    });
    addEventListener('beforeprint', () => { zoom = 1; x = y = 0; draw(); });
  }

  // The row of a chart's table that is nearest to the pointer.
  const tip = make('div', '', 'tip');
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  let line = null;
  const hide = () => { tip.hidden = true; if (line) line.remove(); line = null; };
  function follow(svg, event) {
    const table = svg.parentElement.querySelector('table'), places = svg.dataset.at.split(' ').map(Number), box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width, px = (event.clientX - box.left) * scale;
    let best = 0;
    places.forEach((p, i) => { if (Math.abs(p - px) < Math.abs(places[best] - px)) best = i; });
    const heads = table.tHead.rows[0].cells, cells = table.tBodies[0].rows[best].cells;
    tip.replaceChildren(make('b', cells[0].textContent));
    for (let i = 1; i < cells.length; i++) {
      if (cells[i].textContent === '\u2013') continue;
      const row = make('span');
      row.append(make('i', heads[i].textContent), make('span', cells[i].textContent));
      tip.append(row);
    }
    tip.hidden = false;
    if (!line || line.parentElement !== svg) {
      if (line) line.remove();
      line = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      line.setAttribute('class', 'hover');
      svg.append(line);
    }
    const [top, height] = svg.dataset.h.split(' ');
    for (const [name, value] of [['x', places[best] - 1.5], ['width', 3], ['y', top], ['height', height]]) line.setAttribute(name, value);
    tip.style.left = Math.max(8, Math.min(box.left + scrollX + places[best] / scale + 10, scrollX + innerWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = Math.max(scrollY + 8, event.pageY - tip.offsetHeight - 12) + 'px';
  }
  for (const type of ['pointermove', 'pointerdown']) {
    document.addEventListener(type, event => {
      const svg = event.target.closest && event.target.closest('svg[data-at]');
      if (svg && svg.dataset.at) follow(svg, event); else hide();
    });
  }
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });

  // One route at a time, where there are several.
  const choice = document.querySelector('#route-choice');
  if (choice) {
    const section = choice.closest('section');
    const pick = () => { for (const route of section.querySelectorAll('.route')) route.classList.toggle('on', route.id === choice.value); };
    choice.parentElement.hidden = false;
    section.classList.add('picked');
    choice.addEventListener('change', pick);
    pick();
  }

  // Tables of all figures can be kept as CSV.
  for (const fold of document.querySelectorAll('details.csv')) {
    const table = fold.querySelector('table');
    if (!table) continue;
    const save = make('button', 'Save as CSV', 'save');
    save.type = 'button';
    save.addEventListener('click', () => {
      const cell = text => /[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
      const plain = text => text === '\u2013' ? '' : text.replace(/^\u2212(?=\d)/, '-').replaceAll('\u00a0', ' ');
      const lines = [...table.rows].map(r => [...r.cells].map(c => cell(plain(c.textContent))).join(','));
      const link = make('a');
      link.href = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/csv' }));
      link.download = fold.querySelector('caption').textContent.split(';')[0].toLowerCase() + '.csv';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    fold.querySelector('.wide').before(save);
  }

  document.querySelectorAll('.pmap').forEach(map);
})();
