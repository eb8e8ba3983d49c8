// Words of a text, as the judgement compares them: normalised, with their place in the original, so that every quote is
// the words as printed. Everything else in knowledge and origin works on these tokens, never on strings and patterns.

export interface Token {
  /** Normalised: compatibility forms folded, lower case, no diacritics, no apostrophes, nothing invisible. */
  text: string;
  /** Offsets into the original text, end exclusive. */
  start: number;
  end: number;
  /** Words on both sides of a comma, a slash, a bracket ... are in different segments: no phrase crosses it. */
  segment: number;
  /** Part of a hashtag. */
  tag: boolean;
}

/** Words before a dot that does not end a sentence. */
const ABBREVIATIONS = new Set(
  'kab kec kel kep prov rep no nomor jl jln jend rp pt cv ud pd tb dr drs ir st hj ds dsn dll dsb dst tgl hal gg blok kp bpk ibu sdr hub wa tlp telp isi uk ukr min max maks approx vol ed ver ft'.split(
    ' ',
  ),
);

const FOLDED = new Map<string, string>();

/** One character as compared: "" for what is invisible or only decorates the character before it. */
function fold(char: string): string {
  const known = FOLDED.get(char);
  if (known !== undefined) return known;
  const folded = char
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  if (FOLDED.size < 20_000) FOLDED.set(char, folded);
  return folded;
}

const WORD = /[\p{L}\p{N}]/u;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isUpper = (char: string | undefined) => char !== undefined && char !== char.toLowerCase();

/** What stands between two words. */
type Gap = 'none' | 'space' | 'segment' | 'sentence';
const SENTENCE = new Set('\n\r\v\f\u2028\u2029!?;•●▪■◆►▶✓✔✅·‣※。！？；');
const SEGMENT = new Set(',/|()[]{}<>~+\\，、（）【】「」《》／｜');
const PICTURE = /\p{Extended_Pictographic}/u;

/** The gap that one character makes; dots and dashes are decided by their neighbours. */
function gapOf(char: string): Gap {
  if (SENTENCE.has(char)) return 'sentence';
  if (SEGMENT.has(char)) return 'segment';
  return char > '\u00ff' && PICTURE.test(char) ? 'sentence' : 'space';
}

/** A dot ends a sentence unless it stands inside a number, an address or an abbreviation. */
function dotGap(text: string, at: number, word: string): Gap {
  const next = text[at + 1];
  const last = text[at - 1];
  if (word.length < 2 && !isDigit(word.charCodeAt(0))) return 'space';
  if (ABBREVIATIONS.has(word)) return 'space';
  if (next === undefined || /\s/.test(next)) return 'sentence';
  if (isUpper(next) && last !== undefined && !isUpper(last)) return 'sentence';
  return 'space';
}

/** A dash between spaces parts two segments ("Tas wanita - import"); inside a word it only parts words. */
function dashGap(text: string, at: number): Gap {
  return /\s/.test(text[at - 1] ?? ' ') && /\s/.test(text[at + 1] ?? ' ') ? 'segment' : 'space';
}

/**
 * The sentences of a text, each as its tokens; sentences without a word are left out. Linear in the text.
 */
export function sentences(text: string): Token[][] {
  const all: Token[][] = [];
  let sentence: Token[] = [];
  let segment = 0;
  let word = '';
  let wordStart = 0;
  let wordEnd = 0;
  let tag = false;

  const close = (gap: Gap) => {
    if (word !== '') sentence.push({ text: word, start: wordStart, end: wordEnd, segment, tag });
    word = '';
    if (gap !== 'none') tag = false;
    if (gap === 'segment') segment++;
    if (gap === 'sentence' && sentence.length > 0) {
      all.push(sentence);
      sentence = [];
    }
  };

  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const folded = fold(char);
    if (folded !== '' && WORD.test(folded)) {
      if (word === '') wordStart = at;
      word += folded;
      wordEnd = at + char.length;
    } else if (folded !== '' && folded !== "'" && folded !== '’' && folded !== '`') {
      if (char === '.') close(dotGap(text, at, word));
      else if (char === '-' || char === '–' || char === '—') close(dashGap(text, at));
      else close(gapOf(char));
      if (char === '#') tag = true;
    }
    at += char.length;
  }
  close('sentence');
  return all;
}

/** The tokens of a short text (a name, a place), sentence ends ignored. */
export function tokens(text: string): Token[] {
  return sentences(text).flat();
}

/** The normalised words of a text joined by single spaces: how names are compared. */
export function normalise(text: string): string {
  return tokens(text)
    .map((token) => token.text)
    .join(' ');
}
