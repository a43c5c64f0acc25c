/** What is believed of the other side, whatever it says. */

/** px: no story is lower or higher than this. */
export const HEIGHT_LEAST = 200;
export const HEIGHT_MOST = 200_000;

/** px: no header covers more. */
export const INSET_MOST = 400;

/** Characters of an anchor, a reason, a value of a custom property. */
export const TEXT_MOST = 200;

/** No story has more sides with a colour of their own. */
export const VALUES_MOST = 40;
