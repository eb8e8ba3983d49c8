// Local goods in the place of a listing: who in Indonesia makes such goods, why each is named, on what ground, and one link each.
// What a feed says of them stands as text.
import type { ComponentChildren, Ref } from 'preact';
import type { KindName, Suggestion, Suggestions } from '../utils/alternatives/suggest.ts';
import { addressOf, LINK, linkWords, sourceWords } from '../utils/suggested.ts';
import type { Ui } from './ui.ts';

interface Props {
  /** Null until it is known, or when it never will be. */
  local: Suggestions | null;
  ui: Ui;
  /** The heading, so that a reader can be brought to it. */
  heading?: Ref<HTMLHeadingElement>;
  /** Opens the form that proposes a maker of such goods. */
  propose?(): void;
  /** What can be done with a suggestion beside following its link. */
  actions?(suggestion: Suggestion): ComponentChildren;
}

/** Whether there is anything to say: of goods that nobody here makes nothing is said. */
export const saysLocal = (local: Suggestions | null): local is Suggestions & { kind: KindName } =>
  local?.kind != null && (local.suggestions.length > 0 || local.makable);

export function Local({ local, ui, heading, propose, actions }: Props) {
  const { t } = ui;
  if (!saysLocal(local)) return null;
  const { kind, suggestions } = local;
  return (
    <section class="made-here" aria-labelledby="cekasal-local">
      <h3 id="cekasal-local" ref={heading} tabIndex={-1}>
        {t('local.title', { kind: kindWords(kind, ui) })}
      </h3>
      {suggestions.length === 0 && <p class="small">{t('local.none', { kind: kindWords(kind, ui) })}</p>}
      {suggestions.length > 0 && (
        <ul>
          {suggestions.map((suggestion) => (
            <li key={suggestion.id}>
              <One {...{ suggestion, kind, ui }} />
              {actions?.(suggestion)}
            </li>
          ))}
        </ul>
      )}
      {suggestions.some(({ link }) => link.opens === 'search') && <p class="small">{t('local.search')}</p>}
      {propose && (
        <button type="button" class="link" onClick={propose}>
          {t('propose.other')}
        </button>
      )}
    </section>
  );
}

function One({ suggestion, kind, ui }: { suggestion: Suggestion; kind: KindName; ui: Ui }) {
  const { t, lang } = ui;
  const { type, name, title, place, scale, reviewed } = suggestion;
  const facts = [
    title !== null && type === 'product' ? t('local.by', { name }) : null,
    place,
    priceWords(suggestion, kind, ui),
  ];
  return (
    <>
      <h4>
        {nameWords(suggestion, ui)} {scale && <span class={`scale ${scale}`}>{t(`local.scale.${scale}`)}</span>}
      </h4>
      {facts.map((fact) => fact && <p key={fact}>{fact}</p>)}
      <Reasons {...{ suggestion, ui }} />
      <OpenLink {...{ suggestion, ui }} />
      <p class="small">{t('local.basis', { source: sourceWords(suggestion), date: dayWords(reviewed, lang) })}</p>
    </>
  );
}

function Reasons({ suggestion: { reasons, kind }, ui }: { suggestion: Suggestion; ui: Ui }) {
  const { t, lang } = ui;
  if (reasons.length === 0) return null;
  const words = reasons.map((reason) => t(`local.why.${reason}`, { kind: kindWords(kind, ui) }));
  return <p>{t('local.why', { reasons: new Intl.ListFormat(lang).format(words) })}</p>;
}

/** The one link of a suggestion; none when its address is not https. */
export function OpenLink({ suggestion, ui }: { suggestion: Pick<Suggestion, 'link'>; ui: Ui }) {
  const address = addressOf(suggestion);
  if (address === null) return null;
  return (
    <p>
      <a href={address} {...LINK}>
        {linkWords(suggestion, ui.t)}
      </a>
    </p>
  );
}

/** "Sentra Tajur Bogor", the title of a product, the name of a maker. */
export const nameWords = ({ type, name, title }: Pick<Suggestion, 'type' | 'name' | 'title'>, { t }: Ui): string =>
  type === 'cluster' ? t('local.cluster', { name }) : (title ?? name);

/** In the middle of a sentence: "tas tangan", but "TV". */
function kindWords({ name, english }: KindName, { lang }: Ui): string {
  // "Busana muslim (umum)", "Alat dapur lain": as tables file them, not as anybody speaks.
  const words = (lang === 'en' ? english : name).replace(/ \([^)]*\)$| lain$/, '');
  return words.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
}

function priceWords({ price, usual, kind }: Suggestion, wanted: KindName, ui: Ui): string | null {
  const { t, lang } = ui;
  const number = (value: number) => new Intl.NumberFormat(lang).format(value);
  if (price !== null) return t('local.price', { price: `Rp${number(price)}` });
  if (!usual) return null;
  const band = { low: `Rp${number(usual.low)}`, high: number(usual.high) };
  return kind.id === wanted.id ? t('local.usual', band) : t('local.usual.kind', { ...band, kind: kindWords(kind, ui) });
}

const dayWords = (day: string, lang: Ui['lang']): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
