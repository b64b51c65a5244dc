import { describe, expect, it } from 'vitest';
import { lanAddresses } from './addresses.ts';
import { describeEnv, readEnv, StartError } from './env.ts';

describe('configuration', () => {
  it('works with nothing set', () => {
    const env = readEnv({});
    expect(env).toMatchObject({ publicUrl: null, port: 3000, host: '127.0.0.1', rtcPortBase: 40_000, trustProxy: 0, metricsToken: null });
    expect(env.announcedAddresses).toEqual(['127.0.0.1']);
    expect(env.dataDir).toMatch(/\/data$/);
  });

  it('announces the network too where others can open the pages', () => {
    const wide = readEnv({ HOST: '0.0.0.0' }).announcedAddresses;
    expect(wide).toEqual(['127.0.0.1', ...lanAddresses()]);
    expect(readEnv({ PUBLIC_URL: 'https://questions.example.org' }).announcedAddresses).toEqual(wide);
    expect(readEnv({ PUBLIC_URL: 'http://localhost:5173' }).announcedAddresses).toEqual(['127.0.0.1']);
    expect(readEnv({ ANNOUNCED_ADDRESS: '192.0.2.7' }).announcedAddresses).toEqual(['192.0.2.7']);
  });

  it('takes an empty variable for an unset one', () => {
    expect(readEnv({ PORT: '', PUBLIC_URL: ' ' })).toEqual(readEnv({}));
  });

  it('says one sentence per bad variable, and no secret', () => {
    const source = {
      PORT: 'eighty',
      PUBLIC_URL: 'https://a.example/path',
      ANNOUNCED_ADDRESS: '10.0.0.1,here',
      METRICS_TOKEN: 'hunter2',
      LOG_LEVEL: 'all',
    };
    const sentences = (() => {
      try {
        return readEnv(source);
      } catch (error) {
        return error instanceof StartError ? error.message.split('\n') : error;
      }
    })();
    expect(sentences).toEqual([
      'PUBLIC_URL must be an origin like https://questions.example.org, without a path; it is now “https://a.example/path”.',
      'PORT must be a whole number from 0 to 65535; it is now “eighty”.',
      'ANNOUNCED_ADDRESS must be one or more IP addresses with commas between them; it is now “10.0.0.1,here”.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is now “all”.',
      'METRICS_TOKEN must have at least 16 characters.',
    ]);
    expect(() => readEnv({ PORT: '65536' })).toThrow('PORT must be a whole number from 0 to 65535; it is now “65536”.');
  });

  it('takes part in a cluster with Redis, Postgres and an address of its own, or says what lacks', () => {
    const [REDIS_URL, DATABASE_URL, NODE_URL] = ['redis://localhost:6379', 'postgres://bedside@localhost/bedside', 'http://10.0.0.5:3001'];
    expect(readEnv({})).toMatchObject({ cluster: null, databaseUrl: null, pipePorts: null, drainSeconds: 30 });
    expect(readEnv({ DATABASE_URL })).toMatchObject({ cluster: null, databaseUrl: DATABASE_URL });
    expect(readEnv({ REDIS_URL, DATABASE_URL, NODE_URL }).cluster).toEqual({ redisUrl: REDIS_URL, nodeUrl: NODE_URL, nodePort: 3001 });
    expect(() => readEnv({ REDIS_URL, DATABASE_URL, NODE_URL: 'http://10.0.0.5:3000' })).toThrow('a port of its own');
    expect(() => readEnv({ REDIS_URL, DATABASE_URL, NODE_URL: 'https://10.0.0.5:3001' })).toThrow('must begin with http://');
    expect(() => readEnv({ REDIS_URL, NODE_URL })).toThrow('REDIS_URL needs DATABASE_URL');
    expect(() => readEnv({ REDIS_URL, DATABASE_URL })).toThrow('REDIS_URL needs NODE_URL');
    expect(() => readEnv({ DATABASE_URL: 'mysql://user:hunter2@host/x' })).toThrow(
      /^DATABASE_URL must be like postgres:\/\/user:password@host\/name\.$/,
    );
    expect(readEnv({ PIPE_PORTS: '41000-41999' }).pipePorts).toEqual({ min: 41_000, max: 41_999 });
    for (const PIPE_PORTS of ['5-4', '1', '0-9', '1-70000', 'a-b']) expect(() => readEnv({ PIPE_PORTS })).toThrow('PIPE_PORTS must be');
  });

  it('asks a tool beside the nodes for nothing that only a node needs', () => {
    const [REDIS_URL, DATABASE_URL] = ['rediss://:secret@10.0.0.2:6379', 'postgres://bedside:secret@10.0.0.3/bedside'];
    const shared = { PUBLIC_URL: 'https://questions.example.org', DATABASE_URL, REDIS_URL, PIPE_PORTS: '41000-41999' };
    expect(() => readEnv(shared)).toThrow('REDIS_URL needs NODE_URL');
    const env = readEnv({ ...shared, DATA_DIR: '/var/lib/bedside/1', SECRETS_FILE: '/var/lib/bedside/secrets.json' }, 'tool');
    expect(env).toMatchObject({ cluster: null, databaseUrl: DATABASE_URL, secretsFile: '/var/lib/bedside/secrets.json' });
    // Those of a node beside it may be there too, right or wrong.
    expect(readEnv({ ...shared, NODE_URL: 'https://10.0.0.11:3000' }, 'tool').cluster).toBeNull();
    // Else it would take SQLite for the nodes' database.
    expect(() => readEnv({ REDIS_URL }, 'tool')).toThrow('REDIS_URL needs DATABASE_URL');
  });

  it('[N2] takes TURN servers with their secret, STUN without one, and nothing else', () => {
    const TURN_SECRET = 'hunter2-hunter2-hunter2';
    const urls = ['turns:turn.example.org:443?transport=tcp', 'turn:192.0.2.7', 'turn:[2001:db8::7]:3478?transport=udp', 'stun:a.example'];
    expect(readEnv({}).turn).toBeNull();
    expect(readEnv({ TURN_URLS: urls.join(' , '), TURN_SECRET }).turn).toEqual({ urls, secret: TURN_SECRET });
    expect(readEnv({ TURN_URLS: 'stun:stun.example.org:3478' }).turn).toEqual({ urls: ['stun:stun.example.org:3478'], secret: null });
    expect(() => readEnv({ TURN_URLS: urls[1] })).toThrow('TURN_URLS needs TURN_SECRET');
    for (const TURN_URLS of [undefined, 'stun:stun.example.org']) {
      expect(() => readEnv({ TURN_SECRET, TURN_URLS })).toThrow(/^TURN_SECRET needs a turn: or turns: URL in TURN_URLS\.$/);
    }
    expect(() => readEnv({ TURN_URLS: urls[1], TURN_SECRET: 'hunter2' })).toThrow(/^TURN_SECRET must have at least 16 characters\.$/);
    for (const bad of [
      'turn.example.org',
      'https://turn.example.org',
      'turn://turn.example.org',
      'turn:user@turn.example.org',
      'turn:a.example:0',
      'turn:a.example:65536',
      'turn:[1:2]',
      'turn:a.example?transport=sctp',
      'stun:a.example?transport=udp',
      ',',
      Array.from({ length: 5 }, () => urls[1]).join(','),
    ]) {
      expect(() => readEnv({ TURN_URLS: bad, TURN_SECRET })).toThrow('TURN_URLS must be');
    }
    // Of a node alone.
    expect(readEnv({ TURN_URLS: urls[1], TURN_SECRET }, 'tool').turn).toBeNull();
    expect(describeEnv({ TURN_URLS: urls[1], TURN_SECRET })).toMatch(/now: turn:192\.0\.2\.7\n[^]*TURN_SECRET\n.*\n.*\n +now: \(set\)/);
    expect(describeEnv({ TURN_SECRET })).not.toContain('hunter2');
  });

  it('explains every variable without telling a secret', () => {
    const text = describeEnv({ PORT: '8080', METRICS_TOKEN: 'a-long-enough-token' });
    for (const name of [
      'PUBLIC_URL',
      'PORT',
      'HOST',
      'ANNOUNCED_ADDRESS',
      'RTC_PORT_BASE',
      'DATA_DIR',
      'LOG_LEVEL',
      'TRUST_PROXY',
      'METRICS_TOKEN',
    ]) {
      expect(text).toMatch(new RegExp(`^ {2}${name}$`, 'm'));
    }
    expect(text).toContain('now: 8080');
    expect(text).not.toContain('a-long-enough-token');
  });
});
