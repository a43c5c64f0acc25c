/** What is believed of the other side, whatever it says. */

/** px: no story is lower or higher than this. */
export const HEIGHT = { least: 200, most: 200_000 } as const;

/** px: no header covers more. */
export const INSET_MOST = 400;

/** Characters of an anchor, a reason, a value of a custom property. */
export const TEXT_MOST = 200;
