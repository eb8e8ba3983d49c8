// Where the files of a feed stand below its address: the publisher writes them where the extension asks for them.
//
//   manifest.signed               the newest manifest
//   roots/2.signed                each root by its version
//   files/<sha256>.gz             a file under the hash of what it holds, so that it never changes
//   patches/<from>-<to>.gz        how one file becomes another (patch.ts); may be missing
//
// Files and patches are gzip as they lie there, so that they are small on hosts that compress nothing.

export const MANIFEST_PATH = 'manifest.signed';

export const rootPath = (version: number): string => `roots/${version}.signed`;

/** @param sha256 Hexadecimal. */
export const filePath = (sha256: string): string => `files/${sha256}.gz`;

/** Enough of a hash for a name: what comes of a patch is checked against the whole. */
const NAME = 16;

/** @param from SHA-256 of the file as it was, `to` as it becomes. */
export const patchPath = (from: string, to: string): string => `patches/${from.slice(0, NAME)}-${to.slice(0, NAME)}.gz`;
