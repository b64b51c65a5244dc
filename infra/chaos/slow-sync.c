// Makes a disk slow for the program that it is preloaded into: every fsync takes SLOW_SYNC_MIN_MS to SLOW_SYNC_MAX_MS more
// for as long as the file that SLOW_SYNC_WHILE names is there.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static long setting(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static void wait_if_slow(void) {
  const char *file = getenv("SLOW_SYNC_WHILE");
  if (!file || access(file, F_OK) != 0) return;
  long least = setting("SLOW_SYNC_MIN_MS"), spread = setting("SLOW_SYNC_MAX_MS") - least + 1;
  long wait = least + (spread > 0 ? random() % spread : 0);
  struct timespec left = {.tv_sec = wait / 1000, .tv_nsec = wait % 1000 * 1000000};
  while (nanosleep(&left, &left) != 0) {
  }
}

typedef int sync_function(int);

int fsync(int file) {
  wait_if_slow();
  return ((sync_function *)dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
  wait_if_slow();
  return ((sync_function *)dlsym(RTLD_NEXT, "fdatasync"))(file);
}
