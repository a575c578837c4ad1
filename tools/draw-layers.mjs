// Draws the layers of tools/layers.cjs into docs/architecture.md: node tools/draw-layers.mjs. check-house.mjs fails if the drawing is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { LAYERS, STOREYS } from './layers.cjs';

const DOCUMENT = 'docs/architecture.md';
const DRAWING = /(<!-- layers: .*? -->\n)[\s\S]*?(<!-- end of layers -->)/;

const storeyOf = (lib) => STOREYS.find((storey) => lib.startsWith(`${storey}/`)) ?? lib;
const nameOf = (lib) => lib.slice(lib.indexOf('/') + 1);
const idOf = (layer) => layer.map(nameOf).join('_').replaceAll('-', '_');

/** One box per layer, inside its storey, and an arrow to the layer below. */
export function drawLayers() {
  const storeys = [...new Set(LAYERS.flat().map(storeyOf))];
  const boxes = storeys.flatMap((storey) => [
    `  subgraph ${storey.replaceAll('-', '_')}_storey [${storey}]`,
    '    direction TB',
    ...LAYERS.filter(([lib]) => storeyOf(lib) === storey).map(
      (layer) => `    ${idOf(layer)}["${layer.map(nameOf).join(' · ')}"]`,
    ),
    '  end',
  ]);
  return ['```mermaid', 'flowchart TB', ...boxes, `  ${LAYERS.map(idOf).join(' --> ')}`, '```', ''].join(
    '\n',
  );
}

/** The document with the current layers. */
export function documentWithLayers() {
  return readFileSync(DOCUMENT, 'utf8').replace(
    DRAWING,
    (_, start, end) => `${start}\n${drawLayers()}\n${end}`,
  );
}

export const isDrawingOld = () => readFileSync(DOCUMENT, 'utf8') !== documentWithLayers();

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(DOCUMENT, documentWithLayers());
