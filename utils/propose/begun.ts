// A proposal on its way from the page or popup where it was begun to the tab with its form: in the session's storage, which pages
// and content scripts can't see, and checked when it is read. The form stands in a tab of the extension, since a shop's page
// could read along what is typed into it.
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { KindName } from '../alternatives/suggest.ts';
import type { Listing } from '../listing/listing.ts';
import { type Proposal, proposalOf } from './compose.ts';

const KEY = 'proposal';

const text = v.pipe(v.string(), v.maxLength(2_000));
const ProposalSchema = v.object({
  name: text,
  kinds: v.pipe(v.array(text), v.maxLength(10)),
  place: text,
  evidence: text,
  own: v.boolean(),
  product: v.nullable(v.object({ title: text, price: v.nullable(v.number()), marketplace: text, address: text })),
}) satisfies v.GenericSchema<unknown, Proposal>;
const BegunSchema = v.object({
  proposal: ProposalSchema,
  kind: v.nullable(v.object({ id: text, name: text, english: text })),
});

export interface Begun {
  proposal: Proposal;
  /** What is proposed, as far as its title says. */
  kind: KindName | null;
}

/** What a tab begins with that was opened by its address. */
const BLANK: Begun = {
  proposal: { name: '', kinds: [], place: '', evidence: '', own: false, product: null },
  kind: null,
};

/** Opens the form in a tab. @param other See `proposalOf`. */
export async function beginProposal(listing: Listing, kind: KindName | null, other: boolean): Promise<void> {
  const begun: Begun = { proposal: proposalOf(listing, kind?.id ?? null, other), kind };
  await browser.storage.session.set({ [KEY]: begun });
  await browser.tabs.create({ url: browser.runtime.getURL('/propose.html') });
}

export async function readBegun(): Promise<Begun> {
  const result = v.safeParse(BegunSchema, (await browser.storage.session.get(KEY))[KEY]);
  return result.success ? result.output : BLANK;
}
