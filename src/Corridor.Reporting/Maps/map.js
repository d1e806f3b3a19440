(() => {
  'use strict';
  const none = '\u2013', year = 365.25;
  const sum = a => a.reduce((x, y) => x + y, 0);
  // Three significant figures, thin spaces from five digits on, a true minus sign.
  function text(x) {
    if (!isFinite(x)) return none;
    let v = Math.abs(x);
    if (v < 1e-9) return '0';
    const e = Math.floor(Math.log10(Number(v.toPrecision(3))));
    let s = Number(v.toPrecision(3)).toFixed(Math.max(0, Math.min(6, 2 - e)));
    if (s.length > 4 && !s.includes('.')) s = s.replace(/\B(?=(\d{3})+$)/g, '\u2009');
    return (x < 0 ? '\u2212' : '') + s;
  }

  function start(root) {
    const data = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    const days = sum(data.days), svg = root.querySelector('.cmap-box>svg'), box = root.querySelector('.cmap-box'), tip = root.querySelector('.cmap-tip');
    const slider = root.querySelector('input[type=range]'), output = root.querySelector('output');
    const marks = [...svg.querySelectorAll('.f[data-i],.s[data-s]')];
    const labels = [...svg.querySelectorAll('.t')].map(g => ({ g, f: g.dataset.f, b: g.dataset.b.split(' ').map(Number), layer: g.parentNode.parentNode, c: g.parentNode.getAttribute('class') }));
    let step = 0;
    const at = v => step === 0 ? sum(v) : v[step - 1];
    const span = () => step === 0 ? days : data.days[step - 1];
    const when = () => step === 0 ? data.period : data.steps[step - 1];

    function rows(mark) {
      if (mark.dataset.s) {
        const s = data.short[mark.dataset.s], c = data.carriers[s.c];
        return [data.places[mark.dataset.s], text(at(s.v)) + '\u00a0' + c.unit + (data.difference ? ' change of demand not served' : ' not served'), when()];
      }
      const f = data.flows[mark.dataset.i], c = data.carriers[f.c], head = [f.n, data.places[f.a] + ' \u2192 ' + data.places[f.b]];
      if (!f.v) return [...head, mark.classList.contains('plan') ? 'planned' : mark.classList.contains('out') ? 'out of service' : 'not used'];
      if (f.w) return [...head, text(at(f.w)) + ' before, ' + text(at(f.v)) + '\u00a0' + c.unit + ' after', when()];
      const use = f.u ? ', ' + text(100 * f.u[step]) + '\u00a0% of capacity' : '';
      return [...head, text(at(f.v)) + '\u00a0' + c.unit + use, when()];
    }

    function draw() {
      for (const mark of marks) {
        if (mark.dataset.s) {
          const r = data.short[mark.dataset.s].r[step];
          mark.setAttribute('r', r);
          mark.classList.toggle('none', r === 0);
        } else {
          const f = data.flows[mark.dataset.i];
          if (f.v) {
            const change = f.w ? at(f.v) - at(f.w) : at(f.v), exact = Math.abs(change) * data.carriers[f.c].scale * year / span(), w = Math.max(0.7, exact);
            mark.style.setProperty('--w', w.toFixed(2));
            mark.classList.toggle('none', exact < 0.0017);
            const arrow = mark.querySelector('.a');
            if (arrow) arrow.setAttribute('transform', arrow.getAttribute('transform').replace(/scale\(.*?\)/, 'scale(' + (0.7 + 0.1 * w).toFixed(2) + ')'));
            if (f.u) {
              mark.setAttribute('class', mark.getAttribute('class').replace(/\bu\d\b/, 'u' + Math.min(9, Math.floor(f.u[step] * 10))));
              mark.classList.toggle('full', f.u[step] >= 0.995);
            }
            if (f.w) {
              mark.classList.toggle('more', change > 0);
              mark.classList.toggle('less', change <= 0);
            }
          }
        }
        mark.setAttribute('aria-label', rows(mark).join(', '));
      }
      for (const l of labels) {
        if (l.f === undefined) continue;
        const f = data.flows[l.f], value = f.w ? at(f.v) - at(f.w) : at(f.v);
        l.g.querySelector('tspan').textContent = (f.w && value > 0 ? '+' : '') + text(value) + '\u00a0' + data.carriers[f.c].label;
        l.g.style.visibility = Math.abs(value) < 1e-6 ? 'hidden' : '';
      }
      output.textContent = when();
      slider.setAttribute('aria-valuetext', when());
    }

    // Labels of one family never collide; those of several families shown together give way by the order of the switches.
    function settle() {
      const shown = data.carriers.map((_, i) => root.querySelector('.x' + i).checked);
      const taken = new Map();
      for (const l of labels) {
        const visible = shown[Number(l.c.slice(1))];
        const there = taken.get(l.layer) || [];
        const hit = visible && there.some(b => b[0] < l.b[2] && l.b[0] < b[2] && b[1] < l.b[3] && l.b[1] < b[3]);
        l.g.classList.toggle('cl', hit);
        if (visible && !hit) there.push(l.b);
        taken.set(l.layer, there);
      }
      roam(active() || open()[0]);
    }

    const open = () => marks.filter(m => m.getClientRects().length > 0 && !m.classList.contains('none'));
    const active = () => marks.find(m => m.getAttribute('tabindex') === '0' && m.getClientRects().length > 0);
    // One flow is in the order of the tab key; the arrow keys go from flow to flow, largest first.
    function roam(mark) {
      for (const m of marks) m.setAttribute('tabindex', m === mark ? '0' : '-1');
    }

    function show(mark, event) {
      tip.replaceChildren(...rows(mark).map((row, i) => {
        const line = document.createElement(i === 0 ? 'b' : 'div');
        line.textContent = row;
        return line;
      }));
      tip.hidden = false;
      const frame = box.getBoundingClientRect(), place = (mark.querySelector('.a') || mark).getBoundingClientRect();
      const x = (event ? event.clientX : place.left + place.width / 2) - frame.left, y = (event ? event.clientY : place.top + place.height / 2) - frame.top;
      tip.style.left = Math.max(0, Math.min(x + 14, frame.width - tip.offsetWidth)) + 'px';
      tip.style.top = (y + 16 + tip.offsetHeight > frame.height ? Math.max(0, y - tip.offsetHeight - 12) : y + 16) + 'px';
    }
    const hide = () => { tip.hidden = true; };
    const markOf = event => event.target.closest('.f[data-i],.s[data-s]');

    for (const m of marks) {
      const title = m.querySelector('title');
      if (title) title.remove();
    }
    svg.addEventListener('pointermove', e => { const m = markOf(e); if (m) show(m, e); else hide(); });
    svg.addEventListener('click', e => { const m = markOf(e); if (m) { roam(m); show(m, e); } else hide(); });
    svg.addEventListener('pointerleave', hide);
    svg.addEventListener('focusin', e => { const m = markOf(e); if (m && m.matches(':focus-visible')) show(m); });
    svg.addEventListener('focusout', hide);
    svg.addEventListener('keydown', e => {
      const go = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (e.key === 'Escape') hide();
      if (!go || !markOf(e)) return;
      e.preventDefault();
      const all = open(), next = all[(all.indexOf(markOf(e)) + go + all.length) % all.length];
      roam(next);
      next.focus();
      show(next);
    });
    slider.addEventListener('input', () => { step = Number(slider.value); draw(); });
    root.addEventListener('change', settle);
    if (data.steps.length > 1) root.querySelector('.cmap-time').hidden = false;
    slider.value = 0;
    draw();
    settle();
  }

  document.querySelectorAll('.cmap').forEach(start);
})();
