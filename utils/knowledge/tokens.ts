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

/** What stands between two words. */
type Gap = 'none' | 'space' | 'segment' | 'sentence';
const SENTENCE = new Set('\n\r\v\f\u2028\u2029!?;•●▪■◆►▶✓✔✅·‣※。！？；');
const SEGMENT = new Set(',/|()[]{}<>~+\\，、（）【】「」《》／｜');
const PICTURE = /\p{Extended_Pictographic}/u;
const WORD = /[\p{L}\p{N}]/u;
const APOSTROPHES = new Set("'’`");

/** One character as it is compared. */
interface Char {
  /** "" for what is invisible or only decorates the character before it. */
  folded: string;
  word: boolean;
  /** It parts nothing, and belongs to no word. */
  nothing: boolean;
  /** The gap that it makes; dots and dashes are decided by their neighbours. */
  gap: Gap;
}

function charOf(char: string): Char {
  const folded = char
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return { folded, word: WORD.test(folded), nothing: folded === '' || APOSTROPHES.has(folded), gap: gapOf(char) };
}

function gapOf(char: string): Gap {
  if (SENTENCE.has(char)) return 'sentence';
  if (SEGMENT.has(char)) return 'segment';
  return char > '\u00ff' && PICTURE.test(char) ? 'sentence' : 'space';
}

const ASCII = 128;
const KNOWN: Char[] = Array.from({ length: ASCII }, (_, code) => charOf(String.fromCharCode(code)));
/** A book has some hundreds of different characters; a text made to fill this up gains nothing. */
const MOST_KNOWN = 20_000;
const known = new Map<number, Char>();

/** @param code A code point. */
function lookUp(code: number): Char {
  const char = code < ASCII ? KNOWN[code] : known.get(code);
  if (char) return char;
  const read = charOf(String.fromCodePoint(code));
  if (known.size < MOST_KNOWN) known.set(code, read);
  return read;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isUpper = (char: string | undefined) => char !== undefined && char !== char.toLowerCase();

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

const DOT = 0x2e;
const HASH = 0x23;
const DASHES = new Set([0x2d, 0x2013, 0x2014]);

/**
 * The sentences of a text, each as its tokens; sentences without a word are left out. Linear in the text.
 */
export function sentences(text: string): Token[][] {
  const all: Token[][] = [];
  let sentence: Token[] = [];
  let segment = 0;
  /** The word so far; null while it is the text's own letters, folded at its end at once. */
  let word: string | null = null;
  /** -1 between two words. */
  let wordStart = -1;
  let wordEnd = 0;
  let tag = false;

  const wordSoFar = () => word ?? text.slice(wordStart, wordEnd).toLowerCase();

  const close = (gap: Gap) => {
    if (wordStart >= 0) sentence.push({ text: wordSoFar(), start: wordStart, end: wordEnd, segment, tag });
    wordStart = -1;
    word = null;
    if (gap !== 'none') tag = false;
    if (gap === 'segment') segment++;
    if (gap === 'sentence' && sentence.length > 0) {
      all.push(sentence);
      sentence = [];
    }
  };

  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const char = lookUp(code);
    if (char.word) {
      const starts = wordStart < 0;
      if (starts) wordStart = at;
      // Plain letters that follow each other need no copy of their own.
      if (word !== null || code >= ASCII || (!starts && wordEnd !== at))
        word = (starts ? '' : wordSoFar()) + char.folded;
      wordEnd = end;
    } else if (!char.nothing) {
      if (code === DOT) close(dotGap(text, at, wordStart < 0 ? '' : wordSoFar()));
      else if (DASHES.has(code)) close(dashGap(text, at));
      else close(char.gap);
      if (code === HASH) tag = true;
    }
    at = end;
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
