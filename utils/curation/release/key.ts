// Keys that sign: a private one in memory, and what everybody may know of it.
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Bytes } from '../../feed/bytes.ts';

export interface PublicKey {
  /** SHA-256 of the raw public key, hexadecimal. */
  id: string;
  /** The raw public key, hexadecimal. */
  public: string;
  /** Who holds it, for people to read; never asked when signatures are counted. May be empty. */
  name: string;
}

export interface SigningKey extends PublicKey {
  /** Base64url, over the very bytes. */
  sign(payload: Bytes): string;
}

/** The name that a key has by its content. */
export const keyIdOf = (publicHex: string): string =>
  createHash('sha256').update(Buffer.from(publicHex, 'hex')).digest('hex');

function signingKey(secret: KeyObject, name: string): SigningKey {
  const publicHex = Buffer.from(secret.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  return {
    id: keyIdOf(publicHex),
    public: publicHex,
    name,
    sign: (payload) => sign(null, payload, secret).toString('base64url'),
  };
}

/** A new key, in memory only: for tests and demonstrations. People keep theirs in files (key-file.ts). */
export const newKey = (name = ''): SigningKey => signingKey(generateKeyPairSync('ed25519').privateKey, name);

/** A new key, and its file's text: PEM (PKCS#8), locked with the passphrase. */
export function newLockedKey(name: string, passphrase: string): { key: SigningKey; pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }) as string;
  return { key: signingKey(privateKey, name), pem };
}

/**
 * The key of such a text; null when the passphrase does not open it, or it holds no Ed25519 key.
 * @param pem What `newLockedKey` gave.
 */
export function unlockedKey(pem: string, passphrase: string): SigningKey | null {
  try {
    const secret = createPrivateKey({ key: pem, passphrase });
    return secret.asymmetricKeyType === 'ed25519' ? signingKey(secret, '') : null;
  } catch {
    return null;
  }
}
