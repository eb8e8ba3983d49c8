// Sites that the extension may ask to read. Built into the manifest, never synced: a synced map can't widen it.
import * as v from 'valibot';
import { HOSTS } from '../../hosts.ts';
import { isSiteName } from '../../knowledge/site-name.ts';
import { type Entries, entity, noteDuplicates } from '../entity.ts';
import { about, entry } from '../fields.ts';

const host = v.pipe(v.string(), v.check(isSiteName, 'map-host'));

export const hosts = entity({
  name: 'hosts',
  files: 'tables/hosts.yml',
  schema: entry({
    optional: about('Nama situs, tanpa https:// dan tanpa garis miring.', v.pipe(v.array(host), v.maxLength(50))),
  }),
  check(entries, _, note) {
    noteDuplicates(entries, ({ data }) => data.optional.map((value, i) => ({ value, path: ['optional', i] })), note);
  },
});

/** All hosts that a map may speak of. */
export const knownHosts = (all: Entries): string[] => [...HOSTS, ...all.of(hosts).flatMap(({ data }) => data.optional)];
