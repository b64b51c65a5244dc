#!/bin/sh
# Makes the secrets that compose.yaml mounts, in infra/docker/secrets, once: what is there already stays.
# The certificate is self-signed, to try it with; put your own certificate.pem and key.pem there instead.
#
#   infra/docker/secrets.sh questions.example.org
#   infra/docker/secrets.sh questions.example.org turn    # for compose's profile of that name, also later
set -eu

name=${1:?the name that people open, such as questions.example.org}
mkdir -p "$(dirname "$0")/secrets"
# Nobody else can enter the folder; inside a container each file is its own mount, readable by that container's user.
chmod 700 "$(dirname "$0")/secrets"
cd "$(dirname "$0")/secrets"
umask 022

# Lets `command > file` neither replace a file nor leave half of one.
once() {
  [ -e "$1" ] || { cat > "$1.new" && mv "$1.new" "$1"; }
}
random() {
  openssl rand -hex 24
}

[ -e postgres-password ] || random | once postgres-password
[ -e redis-password ] || random | once redis-password
[ -e bedside.env ] || once bedside.env <<END
DATABASE_URL=postgres://bedside:$(cat postgres-password)@172.30.7.3/bedside
REDIS_URL=redis://:$(cat redis-password)@172.30.7.2:6379
METRICS_TOKEN=$(random)
END
[ -e redis.conf ] || once redis.conf <<END
requirepass $(cat redis-password)
appendonly yes
appendfsync everysec
dir /data
maxmemory 256mb
maxmemory-policy noeviction
END
[ -e turnserver.conf ] || once turnserver.conf <<END
use-auth-secret
static-auth-secret=$(random)
realm=$name
END
if [ "${2:-}" = turn ] && ! grep -q '^TURN_SECRET=' bedside.env; then
  cat >> bedside.env <<END
TURN_URLS=turn:$name:3478?transport=udp,turn:$name:3478?transport=tcp
TURN_SECRET=$(sed -n 's/^static-auth-secret=//p' turnserver.conf)
END
fi
if ! [ -e key.pem ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$name" \
    -addext "subjectAltName=DNS:$name" -keyout key.pem.new -out certificate.pem 2>/dev/null
  chmod 644 key.pem.new
  mv key.pem.new key.pem
fi
echo "infra/docker/secrets is complete."
