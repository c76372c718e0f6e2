import { AttributionControl, Map as GroundMap, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import type { ExpressionSpecification, GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { ProviderView } from '#contracts';
import { groundLabels, groundWaters } from './riga.js';
import { LINES, mapLayers, STOPS } from './map-layers.js';
import { boundsOf, type RouteShapes, type StopShape } from './route-shapes.js';
import { collection } from './shapes.js';
import { NOTHING, type Focus } from './focus.js';

setWorkerUrl(workerUrl);

interface MapWishes {
  readonly container: HTMLElement;
  readonly ground: ProviderView['map'];
  readonly words: { readonly map: string; readonly zoomIn: string; readonly zoomOut: string };
  readonly hovered: (focus: Focus) => void;
  readonly picked: (stop: StopShape | { readonly shift: string }) => void;
  /** Drawing became impossible. */
  readonly failed: () => void;
}

/** Shapes before the first plan: somewhere in the middle of the town. */
const CENTRE: [number, number] = [24.12, 56.95];
const EMPTY: RouteShapes = { lines: collection([]), stops: collection([]) };

/** Zoom from which every stop shows its number. */
const NUMBERS_FROM = 11;

type Weight = ExpressionSpecification | number;

/** The map itself. What it shows is told to it; it tells what the pointer does. Throws where the browser cannot draw maps. */
export class DrawnMap {
  private readonly map: GroundMap;
  private shapes = EMPTY;
  private focus = NOTHING;
  private opened: ReadonlySet<string> = new Set();
  private chosen: string | null = null;
  private ready = false;
  private framed = false;
  private readonly theme = matchMedia('(prefers-color-scheme: dark)');
  private readonly restyle = (): void => this.style();
  private readonly resized: ResizeObserver;

  constructor(private readonly wishes: MapWishes) {
    const { container, words, ground } = wishes;
    this.map = new GroundMap({
      ...{ container, center: CENTRE, zoom: 10.5, minZoom: 6, maxZoom: 18, attributionControl: false },
      ...{ dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0 },
      style: { version: 8, sources: {}, layers: [] },
      locale: { 'Map.Title': words.map, 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    if (ground.attribution !== '')
      this.map.addControl(new AttributionControl({ customAttribution: ground.attribution }), 'bottom-right');
    this.map.on('load', () => this.style());
    this.map.on('mousemove', ({ point }) => this.point(point));
    this.map.on('mouseout', () => wishes.hovered(NOTHING));
    this.map.on('click', ({ point }) => this.pick(point));
    this.map.on('webglcontextlost', wishes.failed);
    this.theme.addEventListener('change', this.restyle);
    this.resized = new ResizeObserver(() => this.map.resize());
    this.resized.observe(container);
  }

  show(shapes: RouteShapes): void {
    this.shapes = shapes;
    if (!this.ready) return;
    void this.map.getSource<GeoJSONSource>(LINES)?.setData(shapes.lines);
    void this.map.getSource<GeoJSONSource>(STOPS)?.setData(shapes.stops);
    if (!this.framed) this.frame();
  }

  /** Moves so that everything drawn is seen. */
  frame(): void {
    const bounds = boundsOf(this.shapes);
    if (bounds === null) return;
    this.framed = true;
    this.map.fitBounds(bounds, { padding: 36, maxZoom: 15, duration: 0 });
  }

  light(focus: Focus): void {
    this.focus = focus;
    this.weigh();
  }

  /** Routes that stand out, and the visit in hand. */
  pickOut(opened: ReadonlySet<string>, chosen: string | null): void {
    this.opened = opened;
    this.chosen = chosen;
    this.weigh();
    this.reach(chosen);
  }

  close(): void {
    this.theme.removeEventListener('change', this.restyle);
    this.resized.disconnect();
    this.map.remove();
  }

  /** Ground and layers in the colours of the page as they are now. */
  private style(): void {
    const { ground } = this.wishes;
    const tiles = ground.tiles !== null;
    this.map.setStyle({
      version: 8,
      sources: {
        ...(ground.tiles !== null && { tiles: { type: 'raster', tiles: [ground.tiles], tileSize: 256 } }),
        waters: { type: 'geojson', data: groundWaters() },
        labels: { type: 'geojson', data: groundLabels() },
        [LINES]: { type: 'geojson', data: this.shapes.lines },
        [STOPS]: { type: 'geojson', data: this.shapes.stops },
      },
      layers: mapLayers({ tiles, dark: this.theme.matches }),
    });
    this.ready = true;
    if (!this.framed) this.frame();
    this.map.once('styledata', () => this.weigh());
  }

  /** How strongly every route and stop is drawn: what is lit or opened stands out, the rest steps back. */
  private weigh(): void {
    if (!this.ready || !this.map.getLayer('stops')) return;
    const lit = new Set([...this.opened, ...(this.focus.shift === null ? [] : [this.focus.shift])]);
    const any = lit.size > 0;
    const isLit: ExpressionSpecification = ['in', ['get', 'shift'], ['literal', [...lit]]];
    const strength: Weight = any ? ['case', isLit, 1, 0.18] : 0.75;
    for (const mode of ['walk', 'bicycle', 'car', 'transit']) {
      this.map.setPaintProperty(`lines-${mode}`, 'line-opacity', strength);
      this.map.setPaintProperty(`lines-${mode}`, 'line-width', any ? ['case', isLit, 3.5, 1.5] : 2);
    }
    const isStrong: ExpressionSpecification = ['any', isLit, ['==', ['get', 'shift'], '']];
    const dots: Weight = any ? ['case', isStrong, 1, 0.25] : 1;
    for (const name of ['circle-opacity', 'circle-stroke-opacity'] as const) this.map.setPaintProperty('stops', name, dots);
    // From afar only what stands out is large enough for its number.
    const size = (far: number): ExpressionSpecification => ['case', isStrong, 9, far];
    this.map.setPaintProperty('stops', 'circle-radius', ['interpolate', ['linear'], ['zoom'], 9, size(4.5), 12, size(9)]);
    this.map.setPaintProperty('numbers', 'text-opacity', ['step', ['zoom'], ['case', isStrong, 1, 0], NUMBERS_FROM, dots]);
    this.map.setLayoutProperty('numbers', 'symbol-sort-key', ['case', isLit, 0, 1]);
    this.map.setFilter('ring', ['in', ['get', 'visit'], ['literal', [this.focus.visit ?? '', this.chosen ?? '']]]);
  }

  /** Brings a visit into sight when it is not. */
  private reach(visit: string | null): void {
    const found = this.shapes.stops.features.find(({ properties }) => properties.visit === visit);
    if (visit === null || !found) return;
    const [longitude, latitude] = found.geometry.coordinates;
    if (!this.map.getBounds().contains([longitude, latitude])) this.map.easeTo({ center: [longitude, latitude], duration: 300 });
  }

  private under({ x, y }: { readonly x: number; readonly y: number }): StopShape | { readonly shift: string } | null {
    if (!this.map.getLayer('stops')) return null;
    const around: [[number, number], [number, number]] = [
      [x - 4, y - 4],
      [x + 4, y + 4],
    ];
    const [stop] = this.map.queryRenderedFeatures(around, { layers: ['stops'] });
    if (stop) return stop.properties as StopShape;
    const layers = ['lines-walk', 'lines-bicycle', 'lines-car', 'lines-transit'];
    const [line] = this.map.queryRenderedFeatures(around, { layers });
    return line ? { shift: String(line.properties['shift']) } : null;
  }

  private point(at: { readonly x: number; readonly y: number }): void {
    const found = this.under(at);
    this.map.getCanvas().style.cursor = found === null ? '' : 'pointer';
    if (found === null) this.wishes.hovered(NOTHING);
    else this.wishes.hovered({ shift: found.shift || null, visit: 'visit' in found ? found.visit : null });
  }

  private pick(at: { readonly x: number; readonly y: number }): void {
    const found = this.under(at);
    if (found !== null) this.wishes.picked(found);
  }
}
