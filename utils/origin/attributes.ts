// Labelled values of the specification table ("Negara Asal": "China"), each read as the sentence "name: value".
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { read } from './reading.ts';
import { sentenceEvidence } from './text.ts';

export function attributeEvidence(listing: Listing, knowledge: Knowledge, heap: number): Evidence[] {
  return Object.entries(listing.attributes).flatMap(([name, value]) => {
    const text = `${name}: ${value}`;
    const evidence = sentenceEvidence(text, `attributes.${name}`, read(text, 'attribute', knowledge), heap);
    return evidence.map((one) => ({ ...one, quote: value.length <= 160 ? value.trim() : one.quote }));
  });
}
