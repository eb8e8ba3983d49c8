// What may come of an update: a closed set of codes with parameters. Their words stand in message files.

export type RoleName = 'root' | 'manifest';

/** Why something was refused. What was in use stays in use. */
export type Outcome =
  /** Bytes. */
  | { code: 'too-long'; limit: number; found: number }
  /** `where`: the field, "" for the whole. */
  | { code: 'malformed'; what: 'signatures' | RoleName; where: string }
  /** No key of that role, as the root of that version names them, has signed. */
  | { code: 'unsigned'; role: RoleName; root: number }
  /** Some have, fewer than that root asks for. */
  | { code: 'threshold'; role: RoleName; root: number; valid: number; threshold: number }
  /** A root was left out. */
  | { code: 'gap'; expected: number; found: number }
  /** An older version than one that was seen before. */
  | { code: 'rollback'; role: RoleName; seen: number; found: number }
  | { code: 'same-version-other-bytes'; version: number }
  /** Exactly what is in use: no alarm. */
  | { code: 'not-newer'; version: number }
  /** The rules are for a later extension, from `minimum` on: no alarm. */
  | { code: 'needs-update'; minimum: string; extension: string }
  /** Milliseconds since 1970. */
  | { code: 'root-expired'; version: number; expires: number }
  | { code: 'unknown-file'; file: string }
  | { code: 'missing-file'; file: string }
  /** Bytes. */
  | { code: 'wrong-length'; file: string; expected: number; found: number }
  | { code: 'wrong-hash'; file: string }
  /** This browser knows no Ed25519 (Chrome before 137). */
  | { code: 'unsupported' }
  /** The rules are signed, but this extension can't read them. `where`: the place that is wrong, "phrases.3.says". */
  | { code: 'unreadable'; where: string }
  /** No connection, or the server forbids browsers to read its answers. */
  | { code: 'unreachable' }
  /** The server's answer was this HTTP status. */
  | { code: 'status'; status: number }
  /** Nothing came for a while. Milliseconds. */
  | { code: 'stalled'; after: number }
  /** The server asked not to be asked again before then, milliseconds since 1970. */
  | { code: 'wait'; until: number }
  /** Fetched and verified, but this browser could not keep it: its old rules are back when it starts again. */
  | { code: 'not-stored'; full: boolean }
  /** Something nobody thought of. */
  | { code: 'failed' };

/** What should be said of rules that are used all the same. Durations in milliseconds. */
export type Warning =
  /** "Aturan lama": valid no longer since `since`, made `age` ago. Or this device's clock is ahead: the two look alike. */
  | { code: 'expired'; since: number; age: number }
  /** The rules were made `by` after what this device's clock says now. */
  | { code: 'clock-behind'; by: number };

/** Thrown where something is refused, so that nobody can go on by forgetting to look. */
export class Refusal extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(JSON.stringify(outcome));
    this.name = 'Refusal';
    this.outcome = outcome;
  }
}

/** Whether somebody should look into it: an attack, or a mistake of the publisher. */
export const isAlarm = ({ code }: Outcome): boolean => !CALM.has(code);

const CALM = new Set<Outcome['code']>(['not-newer', 'needs-update', 'unreachable', 'status', 'stalled', 'wait']);
