#!/bin/sh
# Builds a static libsrtp 2 that encrypts with OpenSSL: Debian's own uses NSS, at twice the time for a packet. From Debian's
# source package of the version that is installed, through apt with its signatures checked; nothing of the system's
# configuration is changed. Needs no root. Fails where the mirror has no sources, and where upstream's own tests fail.
#
#   build-srtp.sh folder/for/libsrtp2.a
set -eu

out=$1
mkdir -p "$out/lists/partial" "$out/sources.d"
cd "$out"
version=$(dpkg-query -W -f '${source:Version}' libsrtp2-dev)

# The machine's own sources, asked for source packages instead.
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
  if [ -f "$file" ]; then
    sed 's/^Types:.*/Types: deb-src/; /^deb-src[[:space:]]/d; s/^deb[[:space:]]/deb-src /' "$file" > "sources.d/$(basename "$file")"
  fi
done
apt() {
  LC_ALL=C apt-get -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$PWD/sources.d" -o Dir::State::Lists="$PWD/lists" \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User= -o Acquire::Languages=none -o Acquire::Retries=1 "$@"
}
# An update that failed for one foreign source must not stop us: the download tells.
apt update || true
apt source --download-only "libsrtp2=$version"
rm -rf source
dpkg-source -x libsrtp2_*.dsc source

cd source
./configure --enable-openssl CFLAGS='-O3 -fPIC' > /dev/null
make -s libsrtp2.a test/srtp_driver
test/srtp_driver -v > /dev/null
mv libsrtp2.a ..
