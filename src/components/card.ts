/** The size of share cards, px. */
export const CARD = { width: 1200, height: 630 } as const;
