import { parseArgs } from 'node:util';
import { composeNginx, nginxConfig } from './config.ts';

const HELP = `Prints an nginx.conf for Bedside:

  node infra/nginx/print.ts --node 10.0.0.5:3000 --node 10.0.0.6:3000 \\
    --certificate /etc/bedside/tls/certificate.pem --key /etc/bedside/tls/key.pem --directory /run/bedside-nginx

  --node          a node, as often as there are nodes
  --listen        where nginx listens; else 443, or 80 without a certificate
  --ipv4          for a machine without IPv6, where nginx would not start
  --certificate   the certificate and what it hangs on, with --key; without them there is no TLS
  --acme          a folder for challenges over HTTP, where certificates are renewed like that
  --directory     for nginx's pid and temporary files
  --log           the access log (no addresses, no query strings); else there is none
  --compose       what infra/docker/compose.yaml uses: infra/nginx/compose.conf`;

const { values } = parseArgs({
  options: {
    node: { type: 'string', multiple: true },
    listen: { type: 'string', multiple: true },
    ipv4: { type: 'boolean', default: false },
    certificate: { type: 'string' },
    key: { type: 'string' },
    acme: { type: 'string' },
    directory: { type: 'string' },
    log: { type: 'string' },
    compose: { type: 'boolean' },
  },
});
const { node: nodes, certificate, key, directory, acme = null, log = null } = values;
if (values.compose) process.stdout.write(nginxConfig(composeNginx));
else if (nodes === undefined || directory === undefined || (certificate === undefined) !== (key === undefined)) {
  console.error(HELP);
  process.exitCode = 1;
} else {
  const everywhere = (port: number) => (values.ipv4 ? [`${port}`] : [`${port}`, `[::]:${port}`]);
  const tls =
    certificate === undefined || key === undefined ? null : { certificate, key, redirect: { listen: everywhere(80), port: 443 }, acme };
  const listen = values.listen ?? everywhere(tls ? 443 : 80);
  process.stdout.write(nginxConfig({ listen, nodes, tls, directory, accessLog: log }));
}
