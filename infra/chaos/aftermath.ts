import { Role } from '@bedside/shared/roles.ts';
import { type Client, openClient } from '../../server/testing/client.ts';
import type { End } from './history.ts';
import { judge } from './judge.ts';
import type { Workload } from './workload.ts';
import { until } from './within.ts';
import { personOf, type World } from './world.ts';

const rowsOf = (client: Client) => JSON.stringify(client.view().questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

/**
 * After the last answer: waits until every node shows the log's end and every page the same as they, then judges. Rejects
 * with what was promised and does not hold. Returns the milliseconds that it took all pages to agree.
 */
export async function holdToPromises(world: World, workload: Workload): Promise<number> {
  const { store, sessionId, nodes, recorder } = world;
  const head = await store.head(sessionId);
  const begun = performance.now();
  const roles = Role.options.filter((role) => workload.pages.some((page) => page.role === role));
  const last: { client: Client; role: Role; node: string }[] = [];
  try {
    for (const [index, node] of nodes.entries()) {
      for (const role of roles) {
        // People of the workload, so that their own views are there through other nodes too.
        const theirs = workload.pages.filter((page) => page.role === role);
        const somebody = theirs[index % theirs.length]?.client.person;
        if (!somebody) throw new Error(`nobody is a ${role}`);
        const person = { ...somebody, url: node.url };
        let client = await openClient(person, sessionId, role, { forgetful: true });
        // A node that a hint did not reach reads the log by itself, sooner or later (rule R4).
        const behind = () => client.view().seq < head || client.own().seq < head;
        await until(
          async () => {
            if (!behind()) return true;
            client.close();
            client = await openClient(person, sessionId, role, { forgetful: true });
            return !behind();
          },
          `node ${index + 1} at seq ${head}`,
          30_000,
        );
        last.push({ client, role, node: `node ${index + 1}` });
      }
    }
    for (const { name, role, client } of workload.pages) {
      const truth = last.find((each) => each.role === role);
      const wanted = truth && rowsOf(truth.client);
      await until(() => rowsOf(client) === wanted, `${name} to show what its node's newest page shows`, 30_000);
    }
    const ms = performance.now() - begun;
    const seen = (one: (typeof last)[number]) => ({
      by: { page: `the last ${one.role}'s page at ${one.node}`, person: personOf(one.client.person), role: one.role, node: one.node },
      at: performance.now(),
    });
    const end: End = {
      sessionId,
      events: (await store.events(sessionId, 0)).slice(0, head),
      texts: await store.allTexts(sessionId),
      brokenAt: await store.verifyChain(sessionId),
      sightings: last.map((one) => ({ ...seen(one), view: one.client.view() })),
      own: last.map((one) => ({ ...seen(one), own: one.client.own() })),
    };
    const problems = judge(recorder, end);
    if (problems.length > 0) {
      const more = problems.length > TOLD ? `\n… and ${problems.length - TOLD} more` : '';
      throw new Error(`${problems.length} promises are broken:\n${problems.slice(0, TOLD).join('\n')}${more}`);
    }
    return ms;
  } finally {
    for (const { client } of last) client.close();
  }
}

const TOLD = 20;
