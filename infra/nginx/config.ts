/** How nginx stands in front of one node or many. Paths are absolute. */
export type NginxOptions = {
  /** Where it listens: `443`, `127.0.0.1:8080`, `[::]:443`. */
  listen: readonly string[];
  /** The nodes as `host:port`, the port for pages, never the one for other nodes; at least one. */
  nodes: readonly string[];
  /** Null: without TLS, for trying it on one machine, or behind something that ends TLS. */
  tls: {
    certificate: string;
    key: string;
    /** Where plain HTTP is answered with a redirect to `https` at `port`, if anywhere. */
    redirect: { listen: readonly string[]; port: number } | null;
    /** A folder with `.well-known/acme-challenge`, for whoever renews certificates over HTTP. */
    acme: string | null;
  } | null;
  /** For its pid and temporary files: exists, and is writable for the user that runs nginx, who need not be root. */
  directory: string;
  /** A file, or `/dev/stdout`; null: none. It has neither addresses nor query strings. */
  accessLog: string | null;
};

const ADDRESS = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$/;
const LISTEN = /^(?:(?:[A-Za-z0-9.*-]+|\[[0-9A-Fa-f:.]+\]):)?\d{1,5}$/;
const PATH = /^\/[\w./@+-]*$/;

/** Throws on what would be read by nginx as something else than an address or a path. */
function check(options: NginxOptions): void {
  const { tls } = options;
  const paths = [options.directory, options.accessLog, tls?.certificate, tls?.key, tls?.acme].filter((path) => path != null);
  const listens = [...options.listen, ...(tls?.redirect?.listen ?? [])];
  const wrong = [
    ...options.nodes.filter((node) => !ADDRESS.test(node)),
    ...listens.filter((listen) => !LISTEN.test(listen)),
    ...paths.filter((path) => !PATH.test(path)),
  ];
  if (wrong.length > 0) throw new Error(`not an address or a path that nginx could be given: ${wrong.join(', ')}`);
  if (options.nodes.length === 0 || options.listen.length === 0) throw new Error('nginx needs a node and a place to listen');
}

/** What a node is told of the request, wherever it goes. */
const forwarded = [
  'proxy_set_header Host $http_host;',
  'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  'proxy_set_header X-Forwarded-Proto $scheme;',
];

/**
 * The whole nginx.conf. nginx runs in the foreground; Debian's 1.22 and everything newer reads it.
 * A node that stops listening is passed over at once; what was sent to one and may have been done is never sent to another.
 */
export function nginxConfig(options: NginxOptions): string {
  check(options);
  const { tls, directory } = options;
  const servers = options.nodes.map((node) => `server ${node} max_fails=1 fail_timeout=2s;`);
  const listens = (list: readonly string[], more = '') => list.map((one) => `listen ${one}${more};`);
  const lines = (indent: number, list: readonly string[]) => list.join(`\n${' '.repeat(indent)}`);
  return `# Written by infra/nginx/config.ts: change it there.
daemon off;
pid ${directory}/nginx.pid;
# Below that nginx's errors quote addresses and query strings; the access log tells which node failed.
error_log stderr alert;
worker_processes auto;
worker_rlimit_nofile 65536;
# After a reload, how long sockets stay with the old configuration: longer than a broadcast.
worker_shutdown_timeout 4h;

events {
  worker_connections 16384;
}

http {
  client_body_temp_path ${directory}/client-body;
  proxy_temp_path ${directory}/proxy;
  fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi;
  scgi_temp_path ${directory}/scgi;

  default_type application/octet-stream;
  server_tokens off;
  log_format bedside '$time_iso8601 $request_method $uri $status $body_bytes_sent $request_time node=$upstream_addr $upstream_status $upstream_response_time';
  access_log ${options.accessLog === null ? 'off' : `${options.accessLog} bedside`};

  client_max_body_size 64k;
  client_header_timeout 10s;
  client_body_timeout 10s;
  send_timeout 30s;
  reset_timedout_connection on;

  # Whom a cookie names: its first part, which stays when the cookie is issued anew. Nobody yet: the address.
  map $http_cookie $bedside_person {
    default $remote_addr;
    "~(?:^|;\\s*)(?:__Host-)?bedside_id=(?<person>[A-Za-z0-9_-]+)\\." $person;
  }
  # A WebSocket may begin anywhere. Long-polling is many requests of one connection, and so is the upgrade of one: they stick.
  map $arg_transport:$arg_sid $bedside_nodes {
    default bedside_same;
    websocket: bedside_any;
  }
  map $http_upgrade $bedside_connection {
    default upgrade;
    '' '';
  }

  upstream bedside_any {
    # Shared by nginx's workers: who is busy, who is gone.
    zone bedside_any 128k;
    least_conn;
    ${lines(4, servers)}
    keepalive 32;
    # Less than Node waits (5 s) before it closes an idle connection: no request meets one that is closing.
    keepalive_timeout 4s;
  }
  upstream bedside_same {
    zone bedside_same 128k;
    hash $bedside_person consistent;
    ${lines(4, servers)}
    keepalive 32;
    keepalive_timeout 4s;
  }

  proxy_http_version 1.1;
  # Without Upgrade: a node leaves one that it did not expect unanswered. That would count as its failure, with every node in turn.
  proxy_set_header Upgrade "";
  proxy_set_header Connection "";
  ${lines(2, forwarded)}
  proxy_socket_keepalive on;
  proxy_connect_timeout 2s;
  # Of a POST only its connecting is tried elsewhere: nginx takes it for done once it was sent.
  proxy_next_upstream error timeout;
  proxy_next_upstream_tries 3;
  proxy_next_upstream_timeout 10s;

  # A recording is gigabytes: it waits for its reader at the node, and not in a file here.
  proxy_max_temp_file_size 0;

  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_min_length 1024;
  gzip_types application/json application/manifest+json image/svg+xml text/css text/javascript text/plain;
${tls ? tlsSettings(tls) : ''}
  server {
    ${lines(4, listens(options.listen, tls ? ' ssl http2' : ''))}
    server_name _;

    # For the operator, not for the world. Node's router reads any case.
    location ~* ^/metrics(/|$) {
      return 404;
    }
    location /socket.io/ {
      # The path as it was sent, which is what a node gets: nginx also comes here by /x/../socket.io/ and the like.
      if ($request_uri !~ ^/socket\\.io/) {
        return 404;
      }
      proxy_pass http://$bedside_nodes;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $bedside_connection;
      # Again: a location's own headers replace all that it would inherit.
      ${lines(6, forwarded)}
      proxy_buffering off;
      gzip off;
      # Pings go every 5 s: whatever is silent for longer is dead.
      proxy_read_timeout 75s;
      proxy_send_timeout 75s;
    }
    location / {
      proxy_pass http://bedside_any;
      proxy_read_timeout 30s;
    }
  }
${tls?.redirect ? redirectServer(tls.redirect, tls.acme, listens) : ''}}
`.replaceAll(/\n{3,}/g, '\n\n');
}

const tlsSettings = ({ certificate, key }: NonNullable<NginxOptions['tls']>) => `
  ssl_certificate ${certificate};
  ssl_certificate_key ${key};
  ssl_protocols TLSv1.2 TLSv1.3;
  # TLS 1.2 with forward secrecy and AEAD only; 1.3 has nothing else.
  ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;
  ssl_session_cache shared:bedside_tls:10m;
  ssl_session_timeout 1d;
  ssl_session_tickets off;
  # The nodes send it too; from here nginx's own answers have it as well.
  proxy_hide_header Strict-Transport-Security;
  add_header Strict-Transport-Security "max-age=31536000" always;
`;

const redirectServer = (
  { listen, port }: { listen: readonly string[]; port: number },
  acme: string | null,
  listens: (list: readonly string[]) => string[],
) => `
  server {
    ${listens(listen).join('\n    ')}
    server_name _;
${acme === null ? '' : `    location /.well-known/acme-challenge/ {\n      root ${acme};\n    }\n`}    location / {
      return 301 https://$host${port === 443 ? '' : `:${port}`}$request_uri;
    }
  }
`;

/** What infra/docker/compose.yaml mounts: three nodes at addresses of its own network, unprivileged ports. */
export const composeNginx: NginxOptions = {
  listen: ['8443'],
  nodes: ['172.30.7.11:3000', '172.30.7.12:3000', '172.30.7.13:3000'],
  tls: {
    certificate: '/etc/nginx/tls/certificate.pem',
    key: '/etc/nginx/tls/key.pem',
    redirect: { listen: ['8080'], port: 443 },
    acme: null,
  },
  directory: '/tmp',
  accessLog: '/dev/stdout',
};
