/** What an amendment may leave of contract types, without schemas, so that a page can name it without loading any. */

/** Two desks may have left no type in common; then it is for none, which an empty list would not say. */
export const noType = 'none'
