/** A region that scrolls must be reachable by keyboard even when nothing in it is (WCAG 2.1.1; Safari does not do it by itself). */
export const SCROLL_REGION = { tabIndex: 0 } as const;
