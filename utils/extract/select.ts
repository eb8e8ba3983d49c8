// Selectors of a map, asked of a page: one that this browser cannot parse finds nothing, and no other suffers for it.

/** All that a selector finds, in document order. */
export function all(root: ParentNode, selector: string): ArrayLike<Element> & Iterable<Element> {
  try {
    return root.querySelectorAll(selector);
  } catch {
    return [];
  }
}

export const first = (root: ParentNode, selector: string): Element | null => {
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
};

export function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** Those of several selectors that can be asked for, as one: a list falls whole with its first bad part. */
export function joined(root: ParentNode, selectors: readonly string[]): string {
  const parses = (selector: string) => {
    try {
      root.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };
  const whole = selectors.join(',');
  return whole === '' || parses(whole) ? whole : selectors.filter(parses).join(',');
}
