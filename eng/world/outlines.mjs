// Derives src/Corridor.Reporting/Maps/world.txt from Natural Earth. Run it only to renew the outlines; the result is kept in the repository.
// See README.md beside this file.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [folder, output] = process.argv.slice(2);
if (!folder || !output) {
  console.error('usage: node outlines.mjs FOLDER_WITH_NODE_MODULES OUTPUT');
  process.exit(2);
}
const require = createRequire(resolve(folder, 'package.json'));
const { feature } = require('topojson-client');
const { presimplify, simplify } = require('topojson-simplify');
const iso = require('i18n-iso-countries');
const topology = require('world-atlas/countries-50m.json');

const QUANTUM = 0.01; // degrees, about a kilometre
const FINE = 2.2e-6, COARSE = 3.2e-5; // steradians: a triangle of about 90 km² in the region, 1300 km² elsewhere
const SMALLEST = 4e-6, SMALLEST_COARSE = 1.2e-4; // steradians: islands below about 160 and 4900 km² are left out
const SMALLEST_STATE = 3e-7; // steradians: of a state, the largest part is kept down to about 12 km²

// The region that is drawn finely: Europe, North Africa, the Middle East, Asia.
const inRegion = ([lon, lat]) => lat > 5 && (lon > -25 || lon < -168);

// Visvalingam's weight: the area of the triangle of a point and its neighbours, on the sphere by the local scale.
function weight([a, b, c]) {
  const k = Math.cos(b[1] * Math.PI / 180) * (Math.PI / 180) ** 2;
  const wrap = d => d - 360 * Math.round(d / 360);
  const area = Math.abs(wrap(a[0] - b[0]) * (c[1] - b[1]) - wrap(c[0] - b[0]) * (a[1] - b[1])) / 2 * k;
  return inRegion(b) ? area / FINE : area / COARSE;
}

function ringArea(ring) {
  let sum = 0;
  for (let i = 0, n = ring.length - 1; i < n; i++) {
    const [x0, y0] = ring[i], [x1, y1] = ring[i + 1];
    let dx = x1 - x0;
    dx -= 360 * Math.round(dx / 360);
    sum += dx * (2 + Math.sin(y0 * Math.PI / 180) + Math.sin(y1 * Math.PI / 180));
  }
  return Math.abs(sum * Math.PI / 180 / 2) % (2 * Math.PI);
}

const simple = simplify(presimplify(topology, weight), 1);
const countries = simple.objects.countries.geometries;
const used = new Map(), arcs = [];
// An arc is kept once, whoever uses it: shared borders stay shared.
function use(index) {
  const plain = index < 0 ? ~index : index;
  if (!used.has(plain)) {
    used.set(plain, arcs.length);
    arcs.push(plain);
  }
  const kept = used.get(plain);
  return index < 0 ? ~kept : kept;
}

// A ring that simplification and rounding leave with fewer than three different corners is none.
const corners = ring => new Set(ring.map(([lon, lat]) => `${round(lon)} ${round(lat)}`)).size;
const round = v => Math.round(v / QUANTUM);

const lines = [];
for (const country of countries) {
  const shape = feature(simple, country);
  const multi = country.type === 'Polygon' ? [country.arcs] : country.arcs ?? [];
  const rings = country.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry?.coordinates ?? [];
  // Which ring is the outer one is not said for those around a pole: the largest one is. Holes that are no longer rings go, with what filled them.
  let parts = multi.map((polygon, i) => {
    const areas = rings[i].map(ring => corners(ring) < 3 ? 0 : ringArea(ring));
    return { polygon: polygon.filter((_, r) => areas[r] > SMALLEST_STATE), area: Math.max(...areas), least: inRegion(rings[i][0][0]) ? SMALLEST : SMALLEST_COARSE };
  });
  const largest = parts.reduce((a, b) => a.area >= b.area ? a : b, parts[0]);
  // Small states keep their largest part while it still is a polygon.
  parts = parts.filter(p => p.area >= p.least || (p === largest && p.area > SMALLEST_STATE));
  if (parts.length === 0)
    continue;
  const code = country.id ? iso.numericToAlpha2(country.id) ?? '--' : '--';
  lines.push([code, country.properties.name, parts.map(p => p.polygon.map(ring => ring.map(use).join(' ')).join(',')).join(';')]);
}

lines.sort((a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1);
let points = 0;
const arcLines = arcs.map(i => {
  let px = 0, py = 0;
  const text = [];
  for (const [lon, lat] of simple.arcs[i]) {
    const x = round(lon), y = round(lat);
    if (text.length > 0 && x === px && y === py)
      continue;
    text.push(x - px, y - py);
    px = x;
    py = y;
    points++;
  }
  return text.join(' ');
});
writeFileSync(output, [
  '# Country outlines, derived by eng/world/outlines.mjs from Natural Earth 1:50m (countries, version 4.1, by way of world-atlas 2.0.2).',
  '# Made with Natural Earth, naturalearthdata.com; public domain. Borders, disputed ones included, are as the source draws them.',
  '# Arcs: hundredths of a degree (longitude, latitude), first point, then differences. Countries: ISO 3166-1 alpha-2 code (-- where the',
  '# source has none), name, polygons split by ";", rings by ",", arcs by " ", ~i stands for arc i backward.',
  `arcs ${arcLines.length}`,
  ...arcLines,
  `countries ${lines.length}`,
  ...lines.map(l => l.join('|')),
  '',
].join('\n'));
console.log(`${arcLines.length} arcs, ${points} points, ${lines.length} countries`);
