// Cards by what every card has, whatever a redesign renames: a link to a product. The card is the largest block around the
// link in which no other product's link stands.

/** Levels between a link and its card. */
const LEVELS = 10;
const WHOLE = new Set(['BODY', 'HTML', 'MAIN']);

/**
 * @param links Links in document order.
 * @param productOf The product that a link leads to, as a key; null: none.
 * @param complete Whether a block holds what a card needs: asked only where no other product limits the block.
 */
export function blocksAround(
  links: Iterable<Element>,
  productOf: (link: Element) => string | null,
  complete: (block: Element) => boolean,
): Element[] {
  const known: { link: Element; product: string }[] = [];
  for (const link of links) {
    const product = productOf(link);
    if (product !== null) known.push({ link, product });
  }
  const blocks: Element[] = [];
  for (let i = 0; i < known.length; i++) {
    const { link, product } = known[i] as { link: Element; product: string };
    if (blocks.at(-1)?.contains(link)) continue;
    const before = known[i - 1]?.link;
    let next = i + 1;
    while (known[next]?.product === product) next++;
    const after = known[next]?.link;
    let block = link;
    for (let level = 0; level < LEVELS; level++) {
      const parent = block.parentElement;
      if (!parent || WHOLE.has(parent.tagName)) break;
      if ((before && parent.contains(before)) || (after && parent.contains(after))) break;
      if (!before && !after && complete(block)) break;
      block = parent;
    }
    blocks.push(block);
  }
  return blocks;
}
