/** Where things go in a state of a map: what is in the frame, the labels, the names. Done once, in the build. */
import { placeAround, type AroundLabel } from './around.ts';
import { grown, leaderOf, overlap, within, type Box } from './boxes.ts';
import { fitCamera, type Camera } from './camera.ts';
import {
  FRAMES,
  type LayoutName,
  type MapArrangement,
  type MapChart,
  type MapLabelPlace,
  type MapNamePlace,
  type MapPoint,
  type MapScene,
} from './map.ts';
import {
  barBox,
  beside,
  boxOf,
  EDGE,
  HALF,
  insetBox,
  labelBox,
  nameBox,
  ringOf,
  SMALL,
  spotter,
  STYLES,
  type Style,
} from './mapParts.ts';
import { nameWidth, textOf } from './mapTexts.ts';
import { round } from './timeline.ts';

/** Beyond this an area is ground rather than part of its mark, and labels may lie on it. */
const SMALL_RING = 24;

/** The arrangement of a state in a layout. */
export function arrangeMap(name: LayoutName, chart: MapChart, scene: MapScene): MapArrangement {
  const frame = FRAMES[name];
  const style = STYLES[name];
  const camera = fitCamera(scene.box, frame, chart.sheet);
  const spotOf = spotter(name, chart, camera);
  const spots = chart.points.map(spotOf);
  const inside = (i: number) => {
    const [point, spot] = [chart.points[i], spots[i]];
    if (!point || !spot || point.date > scene.now[1]) return false;
    if (point.inset) return scene.inset;
    return within({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y }, grown(boxOf(frame), -HALF));
  };
  const shown = chart.points.flatMap((_, i) => (inside(i) ? [i] : []));
  const reach = (i: number) => {
    const point = chart.points[i];
    const half = point && scene.label.includes(point.id) ? HALF : HALF * SMALL;
    const ring = point && !point.inset ? ringOf(point, frame.width / camera.width) : 0;
    return ring <= SMALL_RING ? Math.max(half, ring) : half;
  };
  const inset = scene.inset ? insetBox(name, chart) : undefined;
  const marks = shown.flatMap((i): Box[] => {
    const spot = spots[i];
    if (!spot || chart.points[i]?.inset) return [];
    return [grown({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y }, reach(i))];
  });
  const obstacles = [...marks, barBox(name, chart), ...(inset ? [inset] : [])];
  const index = new Map(chart.points.map((point, i) => [point.id, i]));
  const wanted = scene.label.flatMap((id): AroundLabel[] => {
    const i = index.get(id) ?? -1;
    const [point, spot] = [chart.points[i], spots[i]];
    if (!point || !spot || !shown.includes(i)) return [];
    const sizes = textsOf(point, style);
    const hull = point.inset && inset ? hullOf(inset) : { ...spot, reachX: reach(i), reachY: reach(i) };
    return [{ id, sizes, level: style.level, ...hull }];
  });
  const room = { frame: grown(boxOf(frame), -EDGE), obstacles, clear: 3 };
  const labels = placeAround(wanted, room).map(({ id, size, dx, dy, align, led }): MapLabelPlace => {
    const point = index.get(id) ?? -1;
    const hull = wanted.find((label) => label.id === id);
    const [own, spot] = [chart.points[point], spots[point]];
    const text = own && textsOf(own, style)[size];
    if (!text) throw new Error(`The label of "${id}" has no text.`);
    return {
      point,
      weight: 1,
      // From the mark, which in an inset is not in the middle of what is kept free.
      dx: round(dx + (hull?.x ?? 0) - (spot?.x ?? 0)),
      dy: round(dy + (hull?.y ?? 0) - (spot?.y ?? 0)),
      align,
      led,
      ...text,
    };
  });
  const taken = labels.map((label) => labelBox(spots[label.point] ?? NOWHERE, label));
  const leaders = labels.flatMap((label, i): Box[] => {
    const [spot, box] = [spots[label.point], taken[i]];
    if (!spot || !box || !label.led) return [];
    const { toX, toY } = leaderOf(spot.x, spot.y, box);
    return [
      {
        left: Math.min(spot.x, toX),
        right: Math.max(spot.x, toX),
        top: Math.min(spot.y, toY),
        bottom: Math.max(spot.y, toY),
      },
    ];
  });
  const names = placeNames(name, chart, camera, [...obstacles, ...taken, ...leaders]);
  return { camera, labels, names, inset: scene.inset && inset ? 1 : 0 };
}

const NOWHERE = { x: NaN, y: NaN };

/** A label in full, and without what is said where it does not fit. */
const textsOf = (point: MapPoint, style: Style) =>
  point.said === ''
    ? [textOf(point, false, style)]
    : [textOf(point, true, style), textOf(point, false, style)];

const hullOf = (box: Box) => ({
  x: (box.left + box.right) / 2,
  y: (box.top + box.bottom) / 2,
  reachX: (box.right - box.left) / 2,
  reachY: (box.bottom - box.top) / 2,
});

/** Names stand where they can without touching what is there already: they are ground, not message. */
function placeNames(
  layout: LayoutName,
  chart: MapChart,
  camera: Camera,
  obstacles: readonly Box[],
): MapNamePlace[] {
  const style = STYLES[layout];
  const taken = [...obstacles];
  const frame = grown(boxOf(FRAMES[layout]), -EDGE - 1);
  return chart.names.flatMap((name, i): MapNamePlace[] => {
    const width = nameWidth(name, style);
    for (const place of name.at.keys()) {
      for (const side of beside(name) ? [0, 1] : [0]) {
        const own: MapNamePlace = { name: i, place, weight: 1, side, width };
        const box = nameBox(layout, name, own, camera);
        if (!within(box, frame) || taken.some((each) => overlap(grown(box, 4), each) > 0)) continue;
        taken.push(box);
        return [own];
      }
    }
    return [];
  });
}
