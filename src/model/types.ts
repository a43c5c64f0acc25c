/**
 * The story as the rest of the program sees it: typed, cross-checked, immutable.
 * Everything here is plain data that survives JSON; dates are ISO days (`2019-08-28`) unless said otherwise.
 */

/** An ISO day, `2019-08-28`. */
export type IsoDay = string;

export type DoorState = 'open' | 'ajar' | 'shut' | 'locked';

/** One of the sides of the story, with the colour that stands for it. */
export interface Side {
  readonly id: string;
  readonly name: string;
  /** CSS colour on the light sheet and on the dark one. */
  readonly light: string;
  readonly dark: string;
}

export type Lane = 'above' | 'below';
export type MarkShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'ring' | 'bar';

/** A kind of event on a timeline: which lane it lies in, and the colour and shape of its marks. */
export interface Strand {
  readonly id: string;
  readonly name: string;
  readonly lane: Lane;
  readonly shape: MarkShape;
  /** A side's id, `hot` or `ink`. */
  readonly colour: string;
}

export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title?: string;
  /** What the page is used for, in our words; present where the title is not known. */
  readonly about?: string;
  readonly date?: IsoDay;
  readonly url?: string;
  readonly strength: 'original' | 'agency' | 'repost' | 'partisan' | 'reported';
  /** Whether its address has been opened since it was collected. */
  readonly checked: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'group';
  readonly role: string;
  /** A side's id, or `none`. */
  readonly side: string;
  readonly chapter: string;
  readonly note: string;
  readonly cite: readonly string[];
}

export interface Quote {
  readonly id: string;
  /** A person's id. */
  readonly speaker: string;
  readonly text: string;
  readonly date: IsoDay;
  readonly public?: IsoDay;
  readonly occasion: string;
  readonly translated: boolean;
  readonly cite: readonly string[];
}

export interface StoryEvent {
  readonly id: string;
  /** First day; where `precision` is `month`, the first of that month. */
  readonly date: IsoDay;
  readonly end?: IsoDay;
  readonly public?: IsoDay;
  readonly precision: 'day' | 'month';
  readonly scheduled: boolean;
  readonly strand: string;
  /** At most 26 characters, for the drawing. */
  readonly label: string;
  readonly title: string;
  readonly summary: string;
  readonly cite: readonly string[];
  readonly people: readonly string[];
}

/** How a door stands from a day on, and why. */
export interface DoorEntry {
  readonly from: IsoDay;
  readonly state: DoorState;
  /** Degrees from shut (0) to open (90); 0 for shut and locked, 90 for open, the entry's own for ajar. */
  readonly angle: number;
  readonly note: string;
  readonly cite: readonly string[];
  /** True for entries of the chapter that is told afterwards. */
  readonly later: boolean;
  /** What moved the door: something that happened, or something that was said; where the content says so. */
  readonly by?: 'events' | 'words';
}

export interface Door {
  /** The id of its chapter. */
  readonly chapter: string;
  /** 1 for the first door of the story. */
  readonly number: number;
  readonly name: string;
  readonly who: string;
  readonly side: string;
  /** Earliest first. */
  readonly entries: readonly DoorEntry[];
}

export interface Step {
  /** `{chapter}/{step}`, as in `data-step`. */
  readonly key: string;
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly figure: string;
  /** Checked against the figure's kind; each kind narrows it with its own type. */
  readonly state: unknown;
  /** The date told of. */
  readonly date?: IsoDay;
  /** The day whose doors the plan shows. */
  readonly doors: IsoDay;
  readonly alt: string;
  readonly html: string;
  /** Sources cited, in order of first citation. */
  readonly cites: readonly string[];
}

/** A chapter is a run of prose and scenes, in reading order. A scene is a run of steps that share one figure. */
export type Block =
  | { readonly kind: 'prose'; readonly html: string }
  | { readonly kind: 'scene'; readonly figure: string; readonly steps: readonly Step[] };

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Told after the story's as-of date. */
  readonly later: boolean;
  /** The plan whose doors the reader opens, a figure's id; it stands after the last step. */
  readonly live?: string;
  readonly door?: Door;
  readonly side?: string;
  readonly blocks: readonly Block[];
  readonly steps: readonly Step[];
  /** Sources cited in the chapter, in order of first citation. */
  readonly cites: readonly string[];
  readonly words: number;
  /** Reading time in whole minutes. */
  readonly minutes: number;
  readonly corrections: readonly Correction[];
}

export interface Figure {
  readonly id: string;
  /** A kind, which is code: `plan`, `timeline` … */
  readonly kind: string;
  readonly title: string;
  /** Inline HTML: what to mind, with citations already rendered as in prose. */
  readonly caption: string;
  /** The kind's own settings, checked against its schema. */
  readonly settings: unknown;
  /** The tables it is drawn from, by name, in order. */
  readonly data: readonly string[];
  readonly cites: readonly string[];
}

/** A value of a table: text, number, or nothing where there is a gap. */
export type CellValue = string | number | undefined;

/** A table of `data/`, row by row. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly columns: readonly {
    readonly name: string;
    /** As readers see it. */
    readonly label: string;
    readonly type: 'text' | 'number' | 'date' | 'sources';
  }[];
  /** By column; a cell of sources holds their ids, joined by `|`. */
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  readonly caveats: readonly string[];
  /** The sources of the table and of its rows. */
  readonly cites: readonly string[];
}

export interface Correction {
  readonly date: IsoDay;
  readonly chapter?: string;
  readonly wrong: string;
  readonly right: string;
}

/** A statement that leans on a source, for the sources page. */
export interface Statement {
  readonly source: string;
  readonly chapter: string;
  /** Anchor on the chapter's page, without `#`: the citation's own id. */
  readonly anchor: string;
  /** The sentence, as plain text. */
  readonly text: string;
}

export interface Story {
  readonly title: string;
  readonly dek: string;
  readonly description: string;
  readonly language: string;
  readonly asOf: IsoDay;
  readonly edition: { readonly version: string; readonly date: IsoDay };
  /** The address it is published at, without a trailing slash, if known. */
  readonly site?: string;
  /** The licence of its text and data, an SPDX name. */
  readonly licence?: string;
  /** How the story came about and what holds for its text, as HTML. */
  readonly about: string;
  readonly sides: readonly Side[];
  readonly strands: readonly Strand[];
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
  readonly chapters: readonly Chapter[];
  readonly doors: readonly Door[];
  readonly people: readonly Person[];
  readonly events: readonly StoryEvent[];
  readonly quotes: readonly Quote[];
  readonly sources: readonly Source[];
  /** In the order of the story. */
  readonly statements: readonly Statement[];
  readonly corrections: readonly Correction[];
  readonly ui: Ui;
  readonly words: number;
  readonly minutes: number;
}

/** Every word of the interface, by key; `{name}` in a text is filled in by `fill`. */
export type Ui = Readonly<Record<string, string>>;

/** A mistake in the content, placed where an editor will look for it. */
export interface Mistake {
  /** As the editor names it, from the project's root: `content/chapters/cabinet.md`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
