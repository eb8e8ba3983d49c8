// Answers of marketplaces that may be read with the user's consent. Built in, never synced: a synced map can only narrow it.
import * as v from 'valibot';
import { isPrivate } from '../../observe/allowed.ts';
import { type Entries, entity, noteDuplicates } from '../entity.ts';
import { about, entry } from '../fields.ts';
import { knownHosts } from './hosts.ts';

/** A host and the beginning of a path; a whole host would let everything be read. */
const ANSWER = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[\w./-]+$/;

export const answers = entity({
  name: 'answers',
  files: 'tables/answers.yml',
  schema: entry({
    observed: about(
      'Untuk tiap situs: situs dan awal alamat jawaban yang boleh dibaca.',
      v.pipe(
        v.array(v.strictObject({ page: v.string(), read: v.pipe(v.string(), v.regex(ANSWER, 'answer-address')) })),
        v.maxLength(100),
      ),
    ),
  }),
  check(entries, all, note) {
    const known = knownHosts(all);
    const reads = entries.flatMap((from) =>
      from.data.observed.map(({ page, read }, i) => ({ from, page, value: read, path: ['observed', i, 'read'] })),
    );
    noteDuplicates(entries, (from) => reads.filter((read) => read.from === from), note);
    for (const { from, page, value, path } of reads) {
      const site = [...path.slice(0, 2), 'page'];
      const field = path.join('.');
      if (!known.includes(page)) note(from, site, 'map-host-unknown', { value: page, known: known.join(', ') });
      else if (!sameOwner(page, value)) note(from, path, 'answer-owner', { field, value, page });
      const address = URL.parse(`https://${value}`);
      if (!address || isPrivate(address)) note(from, path, 'answer-private', { field, value });
    }
  },
});

/** "gql.tokopedia.com" and "www.tokopedia.com" are one owner's; "co.id" is nobody's. */
function sameOwner(page: string, read: string): boolean {
  const ownerOf = (host: string) => {
    const labels = host.split('.');
    return labels.slice(labels.at(-1)?.length === 2 ? -3 : -2).join('.');
  };
  return ownerOf(page) === ownerOf(read.split('/')[0] ?? '');
}

/** Beginnings of the answers that may be read on pages of these hosts. */
export const knownAnswers = (all: Entries, hosts: readonly string[]): string[] =>
  all.of(answers).flatMap(({ data }) => data.observed.flatMap(({ page, read }) => (hosts.includes(page) ? read : [])));
