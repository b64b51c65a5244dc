#!/bin/sh
# Builds mediasoup's native worker from the sources in its npm package, with
# Debian's own libraries. Reaches no network; get-worker.mjs has installed the
# packages. Upstream's build (meson) would download libraries from GitHub and PyPI.
#
#   build-worker.sh node_modules/mediasoup path/to/mediasoup-worker [path/to/libsrtp2.a]
#
# The third, from build-srtp.sh, stands in for Debian's libsrtp.
# Interrupted, it goes on where it stopped (in <output>.build). Two of them at
# once: the second waits, then finds the first one's work. Prints `total <n>`,
# then each source when its compilation begins.
set -eu

shim=$(cd "$(dirname "$0")/shim" && pwd)
worker=$(cd "$1/worker" && pwd)
mkdir -p "$(dirname "$2")"
out=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
build=$out.build
srtp=${3:-}

# Not started by mediasoup's Node library, a sound worker exits with 41.
works() {
  status=0
  env -i "$1" >/dev/null 2>&1 || status=$?
  [ "$status" = 41 ]
}

# The kernel drops the lock with the last process that holds it, whatever killed us.
exec 9>"$out.lock"
if ! flock -n 9; then
  echo waiting
  flock 9
fi
if [ -x "$out" ] && works "$out"; then exit 0; fi

mkdir -p "$build"
# The list of sources is upstream's: every src/*.cpp its meson.build names.
make -C "$build" -j "${JOBS:-$(nproc)}" --no-print-directory -f - SHIM="$shim" W="$worker" SRTP="$srtp" <<'MAKEFILE'
SOURCES := $(sort $(shell grep -o "'src/[^']*\.cpp'" $(W)/meson.build | tr -d "'")) \
  $(addprefix deps/libwebrtc/,$(shell grep -o "'libwebrtc/[^']*\.cc'" $(W)/deps/libwebrtc/meson.build | tr -d "'"))
OBJECTS := $(SOURCES:%=obj/%.o)
PACKAGES := libsrtp2 libuv openssl
CPPFLAGS := -I. -I$(SHIM) -I$(W)/include -I$(W)/deps/libwebrtc -I$(W)/deps/libwebrtc/libwebrtc \
  -DNDEBUG -DMS_EXECUTABLE -DMS_LITTLE_ENDIAN $(shell pkg-config --cflags $(PACKAGES))
CXXFLAGS := -std=c++20 -O3 -pthread -w
$(info total $(words $(SOURCES)))

mediasoup-worker: $(OBJECTS)
	@$(CXX) -s -pthread -o $@ $^ $(or $(SRTP),$(shell pkg-config --libs libsrtp2)) $(shell pkg-config --libs libuv openssl)

# Written beside and renamed: an interrupted compiler must not leave half an object behind.
obj/%.o: $(W)/% all.h.gch
	@mkdir -p $(@D)
	@echo $*
	@$(CXX) $(CPPFLAGS) $(CXXFLAGS) -include all.h $(if $(findstring DtlsTransport,$*),-include ktls.h) -c $< -o $@.part
	@mv $@.part $@

# Precompiled: halves the time.
all.h.gch: $(wildcard $(W)/fbs/*.fbs $(SHIM)/*.h $(SHIM)/*/*.h $(SHIM)/*/*/*.h)
	@mkdir -p FBS
	@flatc --cpp --cpp-field-case-style lower --reflect-names --scoped-enums --filename-suffix '' -o FBS $(filter %.fbs,$^)
	@printf '#include <%s>\n' common.hpp ankerl/unordered_dense.h absl/types/optional.h openssl/ssl.h uv.h \
	  array chrono cmath cstring deque limits list map ranges set span sstream string vector FBS/*.h > all.h
	@$(CXX) $(CPPFLAGS) $(CXXFLAGS) -x c++-header all.h -o $@.part
	@mv $@.part $@
MAKEFILE

if ! works "$build/mediasoup-worker"; then
  echo "build-worker.sh: the new worker does not start (status $status)" >&2
  exit 1
fi
mv "$build/mediasoup-worker" "$out"
rm -rf "$build"
