import { type Ack, refuse } from '@bedside/shared/errors.ts';
import { limits } from '@bedside/shared/limits.ts';
import { parseAnswer, type RouteInput, type RouteName, type RouteResult, routes } from '@bedside/shared/rpc.ts';

async function request(method: string, path: string, input: object): Promise<unknown> {
  // Of a GET all is text: what its route parses.
  const query = new URLSearchParams(Object.entries(input).map(([key, value]): [string, string] => [key, String(value)]));
  const response = await fetch(method === 'post' || query.size === 0 ? path : `${path}?${query.toString()}`, {
    method,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(limits.ackTimeoutMs),
    ...(method === 'post' ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) } : {}),
  });
  return response.json();
}

type Route<N extends RouteName> = (input: RouteInput<N>) => Promise<Ack<RouteResult<N>>>;

function route<N extends RouteName>(name: N): Route<N> {
  const { method, path, result }: (typeof routes)[N] = routes[name];
  const once: Route<N> = async (input) => {
    try {
      return parseAnswer(result, await request(method, path, input));
    } catch {
      return refuse('unavailable', 'the server did not answer');
    }
  };
  return async (input) => {
    const answer = await once(input);
    if (answer.ok || answer.error.code !== 'no-identity' || name === 'me') return answer;
    // A first visit whose first call is not for an identity: get one, then ask again.
    const me = await api.me({});
    return me.ok ? once(input) : answer;
  };
}

/** The HTTP calls. They never reject: out of reach is `unavailable`. */
export const api: { [N in RouteName]: Route<N> } = {
  me: route('me'),
  sessions: route('sessions'),
  schedule: route('schedule'),
  exchange: route('exchange'),
  audit: route('audit'),
  captions: route('captions'),
  glossary: route('glossary'),
  captionLink: route('captionLink'),
};
