import { afterAll, beforeAll } from 'vitest';
import { type PostgresServer, startPostgres } from '../testing/postgres.ts';
import { openPostgresStore } from './postgres.ts';
import { type StoreFixture, storeContract } from './store.contract.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

function postgresFixture(): StoreFixture {
  let database: Awaited<ReturnType<PostgresServer['createDatabase']>>;
  const another = () => openPostgresStore(database.url);
  return {
    another,
    async open() {
      database = await server.createDatabase();
      return another();
    },
    remove: () => database.drop(),
  };
}

storeContract('postgres', postgresFixture);
