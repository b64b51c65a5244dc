import { type Request, SqliteDatabase } from '../store/sqlite-database.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { storeOver } from '../store/store-over.ts';

/** The real store's SQL on a database in memory, without its thread: for tests that need thousands of appends. */
export function memoryStore(): Store {
  const database = new SqliteDatabase(':memory:', 0);
  const send = async (request: Request) => {
    // Cloned, as it would be on its way to the thread.
    const [reply] = database.run([structuredClone(request)]);
    if (reply?.ok) return structuredClone(reply.result);
    throw reply?.unavailable ? new StoreUnavailable(reply.message) : new Error(reply?.message);
  };
  return storeOver(send, async () => database.close());
}
