// A slow, lossy line between this network namespace and another: what tc-netem(8) does, which many kernels come without.
//
//   link SPACE: makes a TUN interface (Linux, Documentation/networking/tuntap.rst) here and one in the namespace SPACE, both
//   of the name that it prints as {"event":"ready","name":…}, and carries IP packets between them, until stdin ends.
//   Lines on stdin: "shape DELAY_MS LOSS_PERCENT KBIT QUEUE_MS", for each way, from the next packet on; 0 kbit is no limit. A packet
//   that would wait longer than QUEUE_MS for its turn is dropped, as a router with a full queue does.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { PACKET = 2048, PLACES = 8192 };

typedef struct { int64_t due; int length; uint8_t bytes[PACKET]; } packet;
/** One way: packets in the order in which they came. */
typedef struct { int from, to; packet *queue; unsigned head, tail; int64_t free_at, last_due; } way;

static struct { int64_t delay, queue; double loss, kbit; } shape = { .queue = 1000000 };
// Seeded, so that two runs lose alike.
static uint64_t seed = 0x9e3779b97f4a7c15;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static int64_t now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

// xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled", 2016), 0 to 1.
static double chance(void) {
  seed ^= seed >> 12;
  seed ^= seed << 25;
  seed ^= seed >> 27;
  return (double)((seed * 0x2545f4914f6cdd1d) >> 11) / (double)(1ULL << 53);
}

static int open_tun(const char *name) {
  int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  if (fd < 0) die("/dev/net/tun");
  struct ifreq request = { .ifr_flags = IFF_TUN | IFF_NO_PI };
  snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
  if (ioctl(fd, TUNSETIFF, &request) < 0) die("TUNSETIFF");
  return fd;
}

static void take(way *w) {
  for (;;) {
    packet *p = &w->queue[w->head % PLACES];
    int length = (int)read(w->from, p->bytes, PACKET);
    if (length <= 0) return;
    int64_t now = now_us(), start = w->free_at > now ? w->free_at : now;
    if (chance() * 100 < shape.loss || w->head - w->tail == PLACES - 1) continue;
    if (shape.kbit > 0) {
      if (start - now > shape.queue) continue;
      start += (int64_t)(length * 8000.0 / shape.kbit);
      w->free_at = start;
    }
    p->length = length;
    p->due = start + shape.delay;
    // A shorter delay from now on overtakes nothing.
    if (p->due < w->last_due) p->due = w->last_due;
    w->last_due = p->due;
    w->head += 1;
  }
}

/** Microseconds until the next one is due, -1 for none. */
static int64_t give(way *w) {
  for (; w->tail != w->head; w->tail += 1) {
    packet *p = &w->queue[w->tail % PLACES];
    int64_t wait = p->due - now_us();
    if (wait > 0) return wait;
    // What the kernel can't take is lost, as on any line.
    (void)!write(w->to, p->bytes, (size_t)p->length);
  }
  return -1;
}

int main(int count, char **arguments) {
  if (count != 2) return fprintf(stderr, "link SPACE\n"), 2;
  char name[IFNAMSIZ], path[256];
  snprintf(name, sizeof name, "bl%d", getpid());
  snprintf(path, sizeof path, "/run/netns/%s", arguments[1]);
  int here = open_tun(name);
  int space = open(path, O_RDONLY | O_CLOEXEC);
  if (space < 0 || setns(space, CLONE_NEWNET) < 0) die(path);
  int there = open_tun(name);
  way out = { .from = here, .to = there, .queue = calloc(PLACES, sizeof(packet)) };
  way back = { .from = there, .to = here, .queue = calloc(PLACES, sizeof(packet)) };
  if (!out.queue || !back.queue) die("memory");
  printf("{\"event\":\"ready\",\"name\":\"%s\"}\n", name);
  fflush(stdout);

  char line[128];
  size_t filled = 0;
  for (;;) {
    int64_t one = give(&out), other = give(&back);
    int64_t wait = one < 0 ? other : other < 0 ? one : one < other ? one : other;
    struct timespec pause = { wait / 1000000, wait % 1000000 * 1000 };
    struct pollfd ready[] = { { here, POLLIN, 0 }, { there, POLLIN, 0 }, { STDIN_FILENO, POLLIN, 0 } };
    if (ppoll(ready, 3, wait < 0 ? NULL : &pause, NULL) < 0 && errno != EINTR) die("ppoll");
    if (ready[0].revents) take(&out);
    if (ready[1].revents) take(&back);
    if (!ready[2].revents) continue;
    ssize_t got = read(STDIN_FILENO, line + filled, sizeof line - 1 - filled);
    if (got <= 0) return 0;
    filled += (size_t)got;
    line[filled] = 0;
    char *end = strchr(line, '\n');
    if (!end) {
      if (filled == sizeof line - 1) return fprintf(stderr, "too long a line\n"), 2;
      continue;
    }
    double delay, loss, kbit, queue;
    if (sscanf(line, "shape %lf %lf %lf %lf", &delay, &loss, &kbit, &queue) != 4) return fprintf(stderr, "what is this: %s", line), 2;
    shape.delay = (int64_t)(delay * 1000);
    shape.queue = (int64_t)(queue * 1000);
    shape.loss = loss;
    shape.kbit = kbit;
    printf("{\"event\":\"shaped\"}\n");
    fflush(stdout);
    filled -= (size_t)(end + 1 - line);
    memmove(line, end + 1, filled);
  }
}
