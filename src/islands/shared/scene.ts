/** What a figure gets to know of its scene: small and plain, since the page carries it. */

/** The words that every figure of a scene needs, in the story's language. */
export interface FigureWords {
  /** The name of the group of marks: the figure's title. */
  readonly label: string;
  /** How to use it from the keyboard. */
  readonly hint: string;
  readonly sources: string;
  readonly close: string;
}

/** Those of a figure with a legend. */
export interface LegendWords extends FigureWords {
  readonly legend: string;
}

export interface SceneProps<W extends FigureWords = FigureWords> {
  /** The figure's id. */
  readonly figure: string;
  /** The `data-step` keys of the scene's steps, in order. */
  readonly keys: readonly string[];
  readonly words: W;
}
