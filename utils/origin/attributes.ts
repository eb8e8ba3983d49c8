// Labelled values of the specification table ("Negara Asal": "China"), each read as the sentence "name: value".
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { read } from './reading.ts';
import { type Setting, sentenceEvidence } from './text.ts';

export function attributeEvidence(listing: Listing, knowledge: Knowledge, setting: Setting): Evidence[] {
  return Object.entries(listing.attributes).flatMap(([name, value]) => {
    const text = `${name}: ${value}`;
    const evidence = sentenceEvidence(text, `attributes.${name}`, read(text, 'attribute', knowledge), setting);
    return evidence.map((one) => ({ ...one, quote: value.length <= 160 ? value.trim() : one.quote }));
  });
}
