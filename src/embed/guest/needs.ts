/** What the story needs of a frame: read from its layout when nothing is spread over more. */

export interface SceneHeights {
  /** px that the scene needs however low its steps are: the stage's height where it stands beside them, else 0. */
  readonly least: number;
  /** px that each step's text needs. */
  readonly steps: readonly number[];
}

export interface Scene extends SceneHeights {
  readonly element: HTMLElement;
  readonly stage: HTMLElement;
  readonly beside: boolean;
}

export interface Needs {
  /** px with nothing to spare. */
  readonly height: number;
  readonly scenes: readonly Scene[];
}

/** Lays the story out with nothing to spare and reads what it needs. */
export function readNeeds(): Needs {
  const root = document.documentElement;
  root.dataset['embedLayout'] = 'tall';
  for (const name of ['--step', '--over']) root.style.removeProperty(name);
  const high = (element: Element) => element.getBoundingClientRect().height;
  const scenes = [...document.querySelectorAll<HTMLElement>('[data-scene]')].flatMap((element) => {
    const stage = element.querySelector<HTMLElement>('.stage');
    if (!stage) return [];
    const beside = getComputedStyle(element).display === 'grid';
    const steps = [...element.querySelectorAll('[data-step]')].map(high);
    return [{ element, stage, beside, steps, least: beside ? high(stage) : 0 }];
  });
  // The first margin on the page lies outside of its body.
  return { height: Math.ceil(high(root)), scenes };
}

/** How much higher the scenes are, in px, when every step is at least `step` px high. */
export function growth(scenes: readonly SceneHeights[], step: number): number {
  const height = ({ least, steps }: SceneHeights, at: number) =>
    Math.max(
      least,
      steps.reduce((sum, each) => sum + Math.max(each, at), 0),
    );
  return scenes.reduce((sum, scene) => sum + height(scene, step) - height(scene, 0), 0);
}
