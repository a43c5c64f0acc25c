/** What is believed of the other side, whatever it says. */

/** px: no story is lower or higher than this. */
export const HEIGHT = { least: 200, most: 200_000 } as const;

/** px: no frame is wider, no viewport higher. */
export const EXTENT_MOST = 20_000;

/** px: no header covers more. */
export const INSET_MOST = 400;

/** Characters of an anchor, a reason, a value of a custom property. */
export const TEXT_MOST = 200;

/** No story has more steps, nor more sides with a colour of their own. */
export const STEPS_MOST = 10_000;
export const VALUES_MOST = 40;
