// Labelled values of the specification table ("Negara Asal": "China"), each read as the sentence "name: value". A value
// that lists several ("China, Indonesia") is read part by part, so that a contradiction shows.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { read } from './reading.ts';
import { type Setting, sentenceEvidence } from './text.ts';

const PARTS = /[,/;|\n]/;
const MAX_PARTS = 6;

export function attributeEvidence(listing: Listing, knowledge: Knowledge, setting: Setting): Evidence[] {
  return Object.entries(listing.attributes).flatMap(([name, value]) => {
    const parts = value.split(PARTS, MAX_PARTS).filter((part) => part.trim() !== '');
    return parts.flatMap((part) => {
      const text = `${name}: ${part}`;
      const evidence = sentenceEvidence(text, `attributes.${name}`, read(text, 'attribute', knowledge), setting);
      return evidence.map((one) => ({ ...one, quote: quoteOf(part, one.quote) }));
    });
  });
}

/** The value alone: its name is the field. */
const quoteOf = (value: string, read: string) => (value.length <= read.length + 40 ? value.trim() : read);
