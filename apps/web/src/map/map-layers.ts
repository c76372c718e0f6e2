import type { LayerSpecification } from 'maplibre-gl';
import { personColour } from './person-colour.js';
import { COLOURS } from './route-shapes.js';

/** Names of the sources that change. */
export const LINES = 'route-lines';
export const STOPS = 'route-stops';

const FONT = ['system-ui'];

/** Every way of moving has a dash of its own, so that colour is not all that tells. */
const DASHES = { walk: [0.6, 1.6], bicycle: [2.2, 1.4], car: [1, 0], transit: [4.5, 1.4] } as const;

interface Look {
  /** The ground is tiles: no sketch of it is drawn. */
  readonly tiles: boolean;
  readonly dark: boolean;
}

/** Everything drawn, from the ground up. */
export function mapLayers({ tiles, dark }: Look): LayerSpecification[] {
  const ink = dark ? '#e5ecec' : '#1a2427';
  const paper = dark ? '#192125' : '#ffffff';
  const danger = dark ? '#f29a88' : '#a8321f';
  const colours = Array.from({ length: COLOURS }, (_, i) => [i, personColour(i, dark)]).flat();
  const colour = ['match', ['get', 'colour'], ...colours, danger] as unknown as string;
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': dark ? '#141b1e' : '#f1f2ee' } },
    ...(tiles ? tileLayers(dark) : sketchLayers(dark)),
    ...(Object.keys(DASHES) as (keyof typeof DASHES)[]).map((mode): LayerSpecification => ({
      ...{ id: `lines-${mode}`, type: 'line', source: LINES, filter: ['==', ['get', 'mode'], mode] },
      layout: { 'line-join': 'round', 'line-cap': mode === 'walk' ? 'round' : 'butt' },
      paint: { 'line-color': colour, 'line-width': 2, 'line-dasharray': [...DASHES[mode]] },
    })),
    {
      ...{ id: 'ring', type: 'circle', source: STOPS, filter: ['==', ['get', 'visit'], ''] },
      paint: { 'circle-radius': 14, 'circle-color': paper, 'circle-stroke-color': ink, 'circle-stroke-width': 2.5 },
    },
    {
      ...{ id: 'stops', type: 'circle', source: STOPS },
      paint: { 'circle-color': colour, 'circle-stroke-color': paper, 'circle-stroke-width': 1.5 },
    },
    {
      ...{ id: 'numbers', type: 'symbol', source: STOPS },
      layout: { 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'text-padding': 0 },
      paint: { 'text-color': dark ? '#11171a' : '#ffffff' },
    },
  ];
}

function tileLayers(dark: boolean): LayerSpecification[] {
  // Darkened rather than inverted: tiles keep their colours and stop dazzling.
  return [{ id: 'tiles', type: 'raster', source: 'tiles', paint: dark ? { 'raster-brightness-max': 0.55 } : {} }];
}

function sketchLayers(dark: boolean): LayerSpecification[] {
  return [
    { id: 'waters', type: 'fill', source: 'waters', paint: { 'fill-color': dark ? '#1f2f3a' : '#cfdfe8' } },
    {
      ...{ id: 'labels', type: 'symbol', source: 'labels' },
      layout: {
        ...{ 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'symbol-sort-key': ['get', 'rank'] },
        'text-padding': 6,
      },
      paint: {
        'text-color': dark ? '#a2b1b5' : '#52616a',
        ...{ 'text-halo-color': dark ? '#141b1e' : '#f1f2ee', 'text-halo-width': 1.2 },
      },
    },
  ];
}
