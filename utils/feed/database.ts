// The extension's IndexedDB, one connection per use: a worker that kept one open would block whoever deletes the database,
// and would fail for good afterwards (idb-keyval's own connection does).
import { promisifyRequest, type UseStore } from 'idb-keyval';

export const DATABASE = 'cekasal';
const STORE = 'ruleset';

/** For idb-keyval's functions. Rejects when the database can't be opened or lacks its store. */
export const useDatabase: UseStore = async (mode, run) => {
  const opening = indexedDB.open(DATABASE);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await promisifyRequest(opening);
  database.onversionchange = () => database.close();
  try {
    return await run(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
};

/** For a database that is there but not ours to read. */
export async function dropDatabase(): Promise<void> {
  await promisifyRequest(indexedDB.deleteDatabase(DATABASE));
}
