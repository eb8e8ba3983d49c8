// The extension's IndexedDB, one connection per use: a worker that kept one open would block whoever deletes the database,
// and would fail for good afterwards (idb-keyval's own connection does).
import { promisifyRequest, type UseStore } from 'idb-keyval';

export const DATABASE = 'cekasal';
const STORE = 'ruleset';

/** A store of one database, for idb-keyval's functions. Rejects when it can't be opened or lacks the store. */
export function storeOf(name: string, store: string): UseStore {
  return async (mode, run) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    const database = await promisifyRequest(opening);
    database.onversionchange = () => database.close();
    try {
      return await run(database.transaction(store, mode).objectStore(store));
    } finally {
      database.close();
    }
  };
}

export const useDatabase = storeOf(DATABASE, STORE);

/** For a database that is there but not ours to read. */
export async function dropDatabase(): Promise<void> {
  await promisifyRequest(indexedDB.deleteDatabase(DATABASE));
}
