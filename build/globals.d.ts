// What the build provides: imported `.yml` files of words, and constants.
declare module '*.yml' {
  const words: Record<string, string>;
  export default words;
}

/** Version of the ruleset that is built in, "YYYY.MM.DD-hash". */
declare const __RULESET_VERSION__: string;

/** Hash of the code that checks rules. */
declare const __RULESET_FORM__: string;

/** `build/addresses.yml`: where the rules come from and where reports go. */
declare const __ADDRESSES__: { feed: import('../utils/feed/source.ts').Source | null; hub: string | null };

/** Hosts that the user may allow, beside the manifest's own. */
declare const __OPTIONAL_HOSTS__: readonly string[];

/** Provinces, in the order of their codes. */
declare const __PROVINCES__: readonly { code: string; name: string }[];

/** Answers that may be read with their user's consent: `utils/observe/allowed.ts`. */
declare const __OBSERVED__: readonly { page: string; read: string }[];

declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module '*.css';
