// Witnesses: the title's element, and the text nodes of the page that print the price, the seller and the description.
// Comparing a handful of strings in every mutation callback is cheap; reading the whole page again is not. A witness that
// changed is only a reason to read again.
import type { Listing } from '../listing/listing.ts';

/** True when a witness changed or left the page. */
export type Witnesses = () => boolean;

/** A price or a shop's name stands in a few places; a shelf of recommendations would make it hundreds. */
const PER_FIELD = 20;
/** Shorter pieces of a description stand elsewhere too. */
const PASSAGE = 20;

export function findWitnesses(document: Document, title: Element | null, listing: Listing): Witnesses {
  const amount = listing.price && String(listing.price.amount);
  const name = listing.seller?.name;
  const { description } = listing;
  const fields: ((text: string) => boolean)[] = [];
  if (amount) fields.push((text) => text.length < 40 && text.replace(/\D/g, '') === amount);
  if (name) fields.push((text) => text.length < name.length + 40 && text.includes(name));
  if (description) {
    fields.push((text) => {
      const passage = text.trim();
      return passage === description || (passage.length >= PASSAGE && description.includes(passage));
    });
  }

  const nodes = fields.map((): { node: Text; data: string }[] => []);
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && nodes.some((found) => found.length < PER_FIELD)) {
    const node = walker.currentNode as Text;
    fields.forEach((prints, field) => {
      const found = nodes[field];
      if (found && found.length < PER_FIELD && prints(node.data)) found.push({ node, data: node.data });
    });
  }
  const texts = nodes.flat();
  const printed = title?.textContent;
  return () =>
    (title !== null && (!title.isConnected || title.textContent !== printed)) ||
    texts.some(({ node, data }) => !node.isConnected || node.data !== data);
}
