// Roots from the publisher's side: who may sign from now on, with the holders' names, and what that changes.
import * as v from 'valibot';
import { type Bytes, fromHex } from '../../feed/bytes.ts';
import { instant, readJson, versionNumber } from '../../feed/json.ts';
import type { RoleName } from '../../feed/outcome.ts';
import type { Role } from '../../feed/signed.ts';
import { instantText, payloadOf } from './document.ts';
import { ReleaseError } from './error.ts';
import { keyIdOf, type PublicKey } from './key.ts';
import { publicKeySchema } from './key-file.ts';

/** Milliseconds. Long, since an extension whose last root has ended takes no update any more (docs/SECURITY.md). */
export const ROOT_LIFE = 2 * 365 * 86_400_000;
/** One key that is lost or stolen shall never be enough. */
const USUAL_THRESHOLD = 2;
export const ROLES: readonly RoleName[] = ['root', 'manifest'];

interface RolePlan {
  keys: PublicKey[];
  threshold: number;
}

/** What a root says. */
export interface RootPlan {
  version: number;
  /** Milliseconds since 1970. */
  expires: number;
  roles: Record<RoleName, RolePlan>;
}

const RoleSchema = v.object({ keyids: v.array(v.string()), threshold: versionNumber });
const RootSchema = v.object({
  type: v.literal('root'),
  version: versionNumber,
  expires: instant,
  keys: v.record(v.string(), v.object(publicKeySchema)),
  roles: v.object({ root: RoleSchema, manifest: RoleSchema }),
});

/** The bytes that are signed. */
export function rootPayload({ version, expires, roles }: RootPlan): Bytes {
  const all = new Map(ROLES.flatMap((name) => roles[name].keys.map((key) => [key.id, key])));
  const entry = ({ public: publicHex, name }: PublicKey) => ({ type: 'ed25519', public: publicHex, name });
  const role = ({ keys, threshold }: RolePlan) => ({ keyids: keys.map(({ id }) => id), threshold });
  return payloadOf({
    type: 'root',
    version,
    expires: instantText(expires),
    keys: Object.fromEntries([...all].map(([id, key]) => [id, entry(key)])),
    roles: { root: role(roles.root), manifest: role(roles.manifest) },
  });
}

/**
 * What a root says, whether enough have signed it or not.
 * @throws Refusal `malformed`; ReleaseError `root-keys` when a key has not the name of its content, or a role names none there is.
 */
export function readPlan(payload: Bytes): RootPlan {
  const { version, expires, keys, roles } = readJson(payload, RootSchema, 'root');
  const role = ({ keyids, threshold }: { keyids: string[]; threshold: number }): RolePlan => ({
    threshold,
    keys: keyids.map((id) => {
      const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
      if (!key || keyIdOf(key.public) !== id) throw new ReleaseError('root-keys');
      return { id, public: key.public, name: key.name };
    }),
  });
  return { version, expires, roles: { root: role(roles.root), manifest: role(roles.manifest) } };
}

/** A role as signatures are counted by it. */
export const roleOf = ({ version, roles }: RootPlan, name: RoleName): Role => ({
  name,
  root: version,
  keys: new Map(roles[name].keys.map((key) => [key.id, fromHex(key.public)])),
  threshold: roles[name].threshold,
});

/** Whose key it is, as a person can read it: "Sari (5f0c1a2b)". */
export function holder(id: string, plan: RootPlan | null): string {
  const keys = plan ? ROLES.flatMap((role) => plan.roles[role].keys) : [];
  return labelOf({ id, name: keys.find((key) => key.id === id)?.name ?? '' });
}

/** @param whole Whether the whole id is shown. */
export function labelOf({ id, name }: Pick<PublicKey, 'id' | 'name'>, whole = false): string {
  const shown = whole ? id : id.slice(0, 8);
  return name === '' ? shown : `${name} (${shown})`;
}

/** All keys that a role shall have from now on, and how many of them must sign; what is left out stays as it is. */
export interface RootChange {
  keys: Partial<Record<RoleName, PublicKey[]>>;
  thresholds: Partial<Record<RoleName, number>>;
}

/**
 * The next root.
 * @param old Null: the first.
 * @throws ReleaseError as `requireSound`
 */
export function nextPlan(old: RootPlan | null, { keys, thresholds }: RootChange, now: number): RootPlan {
  const role = (name: RoleName): RolePlan => {
    const before = old?.roles[name];
    return {
      keys: keys[name] ?? before?.keys ?? [],
      threshold: thresholds[name] ?? before?.threshold ?? USUAL_THRESHOLD,
    };
  };
  const plan = {
    version: (old?.version ?? 0) + 1,
    expires: now + ROOT_LIFE,
    roles: { root: role('root'), manifest: role('manifest') },
  };
  requireSound(plan);
  return plan;
}

/** @throws ReleaseError `no-keys`, `key-twice`, `threshold-one`, `threshold-high` */
export function requireSound({ roles }: RootPlan): void {
  for (const role of ROLES) {
    const { keys, threshold } = roles[role];
    const params = { role, threshold: String(threshold), keys: String(keys.length) };
    if (keys.length === 0) throw new ReleaseError('no-keys', params);
    if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new ReleaseError('key-twice', params);
    if (threshold > keys.length) throw new ReleaseError(keys.length === 1 ? 'threshold-one' : 'threshold-high', params);
  }
}

export interface RoleChange {
  role: RoleName;
  added: PublicKey[];
  removed: PublicKey[];
  kept: PublicKey[];
  /** Null: there was no root. */
  before: number | null;
  after: number;
}

/** What a root changes, role by role. */
export const rootChanges = (old: RootPlan | null, next: RootPlan): RoleChange[] =>
  ROLES.map((role) => {
    const [was, is] = [old?.roles[role].keys ?? [], next.roles[role].keys];
    const inside = (keys: PublicKey[], { id }: PublicKey) => keys.some((key) => key.id === id);
    return {
      role,
      added: is.filter((key) => !inside(was, key)),
      removed: was.filter((key) => !inside(is, key)),
      kept: is.filter((key) => inside(was, key)),
      before: old?.roles[role].threshold ?? null,
      after: next.roles[role].threshold,
    };
  });
