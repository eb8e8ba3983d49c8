// What hinders a release: a code with parameters. The words stand in words.yml.

export class ReleaseError extends Error {
  /** Of a message, without its "release." in front. */
  readonly code: string;
  readonly params: Record<string, string>;

  constructor(code: string, params: Record<string, string> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ReleaseError';
    this.code = code;
    this.params = params;
  }
}
