// The tables of test_updater_key_rotations.py in TUF's conformance suite, by the names they have there.

/** Keys by number: which the document's root names, how many it asks for, which sign; false: refused. */
export type Version = [keys: number[], threshold: number, sigs: number[], accepted?: false];
const five = [0, 1, 2, 3, 4];
const other = [0, 1, 3, 4, 5];

/** Versions of a root, the first of which is trusted. */
export const ROOTS: Record<string, Version[]> = {
  '1-of-1-key-rotation': [
    [[1], 1, [1]],
    [[2], 1, [2, 1]],
    [[2], 1, [2]],
  ],
  '1-of-1-key-rotation-unused-signatures': [
    [[1], 1, [3, 1, 4]],
    [[2], 1, [3, 2, 1, 4]],
    [[2], 1, [3, 2, 4]],
  ],
  '3-of-5-sign-with-different-keycombos': [
    [five, 3, [0, 2, 4]],
    [five, 3, [0, 4, 1]],
    [five, 3, [0, 1, 3]],
    [five, 3, [0, 1, 3]],
  ],
  '3-of-5-one-key-rotated': [
    [five, 3, [0, 2, 4]],
    [other, 3, [0, 4, 1]],
  ],
  '3-of-5-one-key-rotated-with-intermediate-step': [
    [five, 3, [0, 2, 4]],
    [other, 3, [0, 2, 4, 5]],
    [other, 3, [0, 4, 5]],
  ],
  '3-of-5-all-keys-rotated-with-intermediate-step': [
    [five, 3, [0, 2, 4]],
    [[5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]],
    [[5, 6, 7, 8, 9], 3, [5, 6, 7]],
  ],
  '1-of-3-threshold-increase-to-2-of-3': [
    [[1, 2, 3], 1, [1]],
    [[1, 2, 3], 2, [1, 2]],
  ],
  '2-of-3-threshold-decrease-to-1-of-3': [
    [[1, 2, 3], 2, [1, 2]],
    [[1, 2, 3], 1, [1, 2]],
    [[1, 2, 3], 1, [1]],
  ],
  '1-of-2-threshold-increase-to-2-of-2': [
    [[1], 1, [1]],
    [[1, 2], 2, [1, 2]],
  ],
  '1-of-1-key-rotation-fail-not-signed-with-old-key': [
    [[1], 1, [1]],
    [[2], 1, [2, 3, 4], false],
  ],
  '1-of-1-key-rotation-fail-not-signed-with-new-key': [
    [[1], 1, [1]],
    [[2], 1, [1, 3, 4], false],
  ],
  '3-of-5-one-key-rotate-fails-not-signed-with-3-new-keys': [
    [five, 3, [0, 2, 4]],
    [other, 3, [0, 2, 4], false],
  ],
  '3-of-5-one-key-rotate-fails-not-signed-with-3-old-keys': [
    [five, 3, [0, 2, 4]],
    [other, 3, [0, 4, 5], false],
  ],
  '1-of-3-threshold-bump-to-2-of-3-fails-new-threshold-not-reached': [
    [[1, 2, 3], 1, [1]],
    [[1, 2, 3], 2, [2], false],
  ],
  '2-of-3-threshold-decr-to-1-of-3-fails-old-threshold-not-eached': [
    [[1, 2, 3], 2, [1, 2]],
    [[1, 2, 3], 1, [1], false],
  ],
};

/** The manifest under root 2, after a manifest that one other key signed. */
export const MANIFESTS: Record<string, Version> = {
  '1-of-1-key-rotation': [[2], 1, [2]],
  '1-of-1-key-rotation-unused-signatures': [[1], 1, [3, 1, 4]],
  '1-of-1-key-rotation-fail-not-signed-with-new-key': [[2], 1, [1, 3, 4], false],
  '3-of-5-one-key-signature-wrong-not-signed-with-3-expected-keys': [other, 3, [0, 2, 4], false],
  '2-of-5-one-key-signature-mising-threshold-not-reached': [other, 3, [0, 4], false],
  '3-of-5-sign-first-combo': [five, 3, [0, 2, 4]],
  '3-of-5-sign-second-combo': [five, 3, [0, 4, 1]],
  '3-of-5-sign-third-combo': [five, 3, [0, 1, 3]],
  '3-of-5-sign-fourth-combo': [five, 3, [1, 2, 3]],
  '3-of-5-sign-fifth-combo': [five, 3, [2, 3, 4]],
};
