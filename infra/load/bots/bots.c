// WebRTC peers without a browser, hundreds in one thread: they connect (ICE, DTLS), count the SRTP packets that come by their
// sequence numbers, and play a file of packets as a sender. Driven by lines on stdin, answers with JSON lines: see bots.ts.
#define _GNU_SOURCE
#include "wire.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sock_diag.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

enum { PEERS = 8192, STREAMS = 4, BATCH = 32, DATAGRAM = 2048, NAP_US = 3000, CHECK_US = 2500000, RETRY_US = 100000, GIVE_UP_US = 20000000 };

typedef struct { uint32_t ssrc; int64_t highest, base; uint64_t received; } stream;
typedef enum { OPENED, CHECKING, HANDSHAKING, CONNECTED, ENDED } peer_state;
typedef struct peer {
  int id, fd, audio_fd, controlling, playing, refused;
  peer_state state;
  struct sockaddr_in remote;
  char user[96], local_password[64], remote_password[64];
  uint8_t transaction[TRANSACTION_BYTES];
  SSL *ssl;
  BIO *in;
  srtp_keys keys;
  int64_t next_check, give_up;
  stream streams[STREAMS];
  uint64_t bytes, malformed, dropped_base, sent;
  // Of a sender: where it is in the train.
  uint32_t sequence[2], place, epoch_ticks[2];
  int64_t started;
} peer;

typedef struct { uint32_t at_us; uint16_t length; uint8_t kind; uint8_t *bytes; } train_packet;

static peer *peers[PEERS];
static int peer_count, poller;
static SSL_CTX *tls;
static train_packet *train;
static uint32_t train_packets, train_us;
static const uint32_t clock_rate[2] = {90000, 48000};

static int64_t now_us(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000ll + time.tv_nsec / 1000;
}

static void die(const char *what) {
  fprintf(stderr, "bots: %s: %s\n", what, errno ? strerror(errno) : ERR_reason_error_string(ERR_get_error()));
  exit(1);
}

static peer *find(int id) {
  for (int at = 0; at < peer_count; at++)
    if (peers[at]->id == id) return peers[at];
  errno = ENOENT;
  die("no such peer");
  return NULL;
}

static int open_socket(const struct sockaddr_in *local) {
  int size = 1 << 20;
  int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
  if (fd < 0 || bind(fd, (const struct sockaddr *)local, sizeof *local) < 0) die("a socket");
  // Beyond net.core.rmem_max where we may.
  if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size) < 0) setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
  return fd;
}

static struct sockaddr_in address(const char *ip, int port) {
  struct sockaddr_in result = {.sin_family = AF_INET, .sin_port = htons(port)};
  if (inet_pton(AF_INET, ip, &result.sin_addr) != 1) die("no IPv4 address");
  return result;
}

static void open_peer(int id, const char *ip) {
  if (peer_count == PEERS) die("too many peers");
  struct sockaddr_in local = address(ip, 0);
  socklen_t size = sizeof local;
  peer *it = peers[peer_count++] = calloc(1, sizeof *it);
  it->id = id, it->audio_fd = -1, it->fd = open_socket(&local);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = it};
  if (epoll_ctl(poller, EPOLL_CTL_ADD, it->fd, &event) < 0 || getsockname(it->fd, (struct sockaddr *)&local, &size) < 0) die("a socket");
  printf("{\"event\":\"opened\",\"id\":%d,\"port\":%d}\n", id, ntohs(local.sin_port));
}

static void end_peer(peer *it, const char *why) {
  if (it->state == ENDED) return;
  it->state = ENDED;
  printf("{\"event\":\"ended\",\"id\":%d,\"why\":\"%s\"}\n", it->id, why);
}

static void close_peer(peer *it) {
  if (it->ssl) SSL_shutdown(it->ssl), SSL_free(it->ssl);
  EVP_CIPHER_CTX_free(it->keys.cipher);
  close(it->fd);
  if (it->audio_fd >= 0) close(it->audio_fd);
  for (int at = 0; at < peer_count; at++)
    if (peers[at] == it) peers[at] = peers[--peer_count];
  free(it);
}

static void connect_peer(peer *it, const char *ip, int port, int controlling, const char *local_user, const char *local_password,
                         const char *remote_user, const char *remote_password) {
  it->remote = address(ip, port), it->controlling = controlling;
  if (connect(it->fd, (struct sockaddr *)&it->remote, sizeof it->remote) < 0) die("connect");
  snprintf(it->user, sizeof it->user, "%.40s:%.40s", remote_user, local_user);
  snprintf(it->local_password, sizeof it->local_password, "%.63s", local_password);
  snprintf(it->remote_password, sizeof it->remote_password, "%.63s", remote_password);
  for (int at = 0; at < TRANSACTION_BYTES; at++) it->transaction[at] = rand();
  it->state = CHECKING, it->give_up = now_us() + GIVE_UP_US;
}

static void start_dtls(peer *it) {
  BIO *out = BIO_new_dgram(it->fd, BIO_NOCLOSE);
  BIO_ctrl(out, BIO_CTRL_DGRAM_SET_CONNECTED, 0, &it->remote);
  it->in = BIO_new(BIO_s_mem());
  BIO_set_mem_eof_return(it->in, -1);
  it->ssl = SSL_new(tls);
  SSL_set_options(it->ssl, SSL_OP_NO_QUERY_MTU);
  SSL_set_mtu(it->ssl, 1200);
  SSL_set_bio(it->ssl, it->in, out);
  SSL_set_connect_state(it->ssl);
  it->state = HANDSHAKING;
  SSL_do_handshake(it->ssl);
}

static void connected(peer *it) {
  uint8_t material[88];
  const SRTP_PROTECTION_PROFILE *profile = SSL_get_selected_srtp_profile(it->ssl);
  if (!profile) return end_peer(it, "no SRTP cipher in common");
  int key = profile->id == SRTP_AEAD_AES_256_GCM ? 32 : 16;
  // RFC 5764 section 4.2: client's key, server's key, client's salt, server's salt. We are the client.
  if (SSL_export_keying_material(it->ssl, material, 2 * (key + 12), "EXTRACTOR-dtls_srtp", 19, NULL, 0, 0) != 1) die("keys");
  if (!srtp_derive(&it->keys, material, material + 2 * key, key)) die("keys");
  it->state = CONNECTED;
  printf("{\"event\":\"connected\",\"id\":%d,\"cipher\":\"%s\"}\n", it->id, profile->name);
}

static void dtls_progress(peer *it) {
  if (it->state == HANDSHAKING) {
    int result = SSL_do_handshake(it->ssl);
    if (result == 1) return connected(it);
    int error = SSL_get_error(it->ssl, result);
    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) end_peer(it, "DTLS failed");
    ERR_clear_error();
  } else if (it->state == CONNECTED) {
    uint8_t ignored[256];
    while (SSL_read(it->ssl, ignored, sizeof ignored) > 0) continue;
    ERR_clear_error();
    if (SSL_get_shutdown(it->ssl) & SSL_RECEIVED_SHUTDOWN) end_peer(it, "closed by the other side");
  }
}

static void take_stun(peer *it, const uint8_t *message, int type) {
  uint8_t answer[STUN_MAX];
  if (type == STUN_REQUEST) (void)!send(it->fd, answer, stun_answer(answer, message, &it->remote, it->local_password), 0);
  if (type == STUN_SUCCESS && it->state == CHECKING && memcmp(message + 8, it->transaction, TRANSACTION_BYTES) == 0) start_dtls(it);
}

static void count_rtp(peer *it, const uint8_t *packet, size_t length) {
  uint32_t ssrc = get32(packet + 8);
  for (stream *at = it->streams; at < it->streams + STREAMS; at++) {
    if (at->ssrc == 0) *at = (stream){.ssrc = ssrc, .highest = get16(packet + 2), .base = get16(packet + 2) - 1};
    if (at->ssrc != ssrc) continue;
    int16_t ahead = (int16_t)(get16(packet + 2) - (uint16_t)at->highest);
    if (ahead > 0) at->highest += ahead;
    at->received++, it->bytes += length;
    return;
  }
  it->malformed++;
}

static void take(peer *it, uint8_t *bytes, size_t length) {
  int type;
  if (length >= 12 && bytes[0] >> 6 == 2) {
    // RFC 5761 section 4: RTCP's packet types.
    if (bytes[1] < 192 || bytes[1] > 223) count_rtp(it, bytes, length);
  } else if (length > 0 && bytes[0] >= 20 && bytes[0] < 64) {
    if (it->ssl) BIO_write(it->in, bytes, (int)length), dtls_progress(it);
  } else if ((type = stun_type(bytes, length)) >= 0) {
    take_stun(it, bytes, type);
  } else {
    it->malformed++;
  }
}

static void drain(peer *it) {
  static uint8_t bytes[BATCH][DATAGRAM];
  static struct iovec parts[BATCH];
  static struct mmsghdr messages[BATCH];
  int count;
  do {
    for (int at = 0; at < BATCH; at++) {
      parts[at] = (struct iovec){bytes[at], DATAGRAM};
      messages[at].msg_hdr = (struct msghdr){.msg_iov = &parts[at], .msg_iovlen = 1};
    }
    count = recvmmsg(it->fd, messages, BATCH, MSG_DONTWAIT, NULL);
    for (int at = 0; at < count; at++) take(it, bytes[at], messages[at].msg_len);
  } while (count == BATCH);
}

static void timers(peer *it, int64_t now) {
  uint8_t check[STUN_MAX];
  if (it->state == OPENED || it->state == ENDED) return;
  if (it->state != CONNECTED && now > it->give_up) return end_peer(it, it->state == CHECKING ? "ICE timed out" : "DTLS timed out");
  if (it->state == HANDSHAKING) DTLSv1_handle_timeout(it->ssl);
  if (now < it->next_check) return;
  it->next_check = now + (it->state == CHECKING ? RETRY_US : CHECK_US);
  (void)!send(it->fd, check, stun_check(check, it->transaction, it->user, it->remote_password, it->controlling), 0);
}

static void load_train(const char *path) {
  // Header: length in microseconds, packets. Each: microseconds from the start, length, kind (0 video, 1 audio), an RTP packet.
  uint8_t head[8];
  FILE *file = fopen(path, "r");
  if (!file || fread(head, 1, 8, file) != 8) die(path);
  train_us = get32(head), train_packets = get32(head + 4);
  train = calloc(train_packets, sizeof *train);
  for (uint32_t at = 0; at < train_packets; at++) {
    uint8_t fields[7];
    if (fread(fields, 1, sizeof fields, file) != sizeof fields) die("the train is cut short");
    train[at] = (train_packet){get32(fields), get16(fields + 4), fields[6] & 1, malloc(get16(fields + 4))};
    if (train[at].length > DATAGRAM - SRTP_TAG_BYTES || fread(train[at].bytes, 1, train[at].length, file) != train[at].length) die("the train is cut short");
  }
  fclose(file);
  printf("{\"event\":\"loaded\",\"packets\":%u,\"us\":%u}\n", train_packets, train_us);
}

static void send_packet(peer *it, const train_packet *next) {
  uint8_t bytes[DATAGRAM];
  size_t length = next->length;
  uint32_t sequence = it->sequence[next->kind]++;
  memcpy(bytes, next->bytes, length);
  put16(bytes + 2, sequence);
  put32(bytes + 4, get32(bytes + 4) + it->epoch_ticks[next->kind]);
  if (it->ssl) length = srtp_protect(&it->keys, bytes, length, sequence >> 16);
  if (send(next->kind && it->audio_fd >= 0 ? it->audio_fd : it->fd, bytes, length, 0) < 0) it->refused++;
  it->sent++;
}

// Starts at a keyframe; sequence numbers go on where they were, and timestamps with the clock.
static void restart(peer *it, int64_t start) {
  it->started = start, it->place = 0;
  for (int kind = 0; kind < 2; kind++) it->epoch_ticks[kind] = (uint32_t)(start / 1000 * (clock_rate[kind] / 1000));
}

static void play(peer *it, int64_t now) {
  while (it->playing && now - it->started >= train[it->place].at_us) {
    send_packet(it, &train[it->place]);
    if (++it->place == train_packets) restart(it, it->started + train_us);
  }
}

static uint64_t dropped(const peer *it) {
  uint32_t info[SK_MEMINFO_VARS] = {0};
  socklen_t size = sizeof info;
  return getsockopt(it->fd, SOL_SOCKET, SO_MEMINFO, info, &size) == 0 ? info[SK_MEMINFO_DROPS] : 0;
}

static void reset(peer *it) {
  for (stream *at = it->streams; at < it->streams + STREAMS && at->ssrc; at++) at->base = at->highest, at->received = 0;
  it->bytes = it->sent = 0, it->dropped_base = dropped(it);
}

static void stats(int from, int to) {
  uint64_t packets = 0, expected = 0, bytes = 0, drops = 0, malformed = 0, sent = 0;
  int live = 0, silent = 0, streams = 0, refused = 0;
  for (int place = 0; place < peer_count; place++) {
    peer *it = peers[place];
    uint64_t before = packets;
    if (it->id < from || it->id > to) continue;
    drain(it);
    for (stream *at = it->streams; at < it->streams + STREAMS && at->ssrc; at++)
      packets += at->received, expected += (uint64_t)(at->highest - at->base), streams++;
    bytes += it->bytes, drops += dropped(it) - it->dropped_base, malformed += it->malformed, sent += it->sent, refused += it->refused;
    live += it->state == CONNECTED, silent += packets == before;
  }
  printf("{\"event\":\"stats\",\"connected\":%d,\"silent\":%d,\"streams\":%d,\"packets\":%lu,\"expected\":%lu,\"bytes\":%lu,"
         "\"dropped\":%lu,\"malformed\":%lu,\"sent\":%lu,\"refused\":%d}\n",
         live, silent, streams, packets, expected, bytes, drops, malformed, sent, refused);
}

static void command(char *line) {
  char word[10][256] = {{0}};
  int words = sscanf(line, "%255s %255s %255s %255s %255s %255s %255s %255s %255s", word[0], word[1], word[2], word[3], word[4], word[5],
                     word[6], word[7], word[8]);
  const char *name = word[0];
  int first = atoi(word[1]);
  errno = EINVAL;
  if (words == 3 && !strcmp(name, "open")) open_peer(first, word[2]);
  else if (words == 9 && !strcmp(name, "connect"))
    connect_peer(find(first), word[2], atoi(word[3]), atoi(word[4]), word[5], word[6], word[7], word[8]);
  else if (words == 5 && !strcmp(name, "plain")) {
    struct sockaddr_in video = address(word[2], atoi(word[3])), audio = address(word[2], atoi(word[4])), any = address("0.0.0.0", 0);
    peer *it = find(first);
    it->audio_fd = open_socket(&any);
    if (connect(it->fd, (struct sockaddr *)&video, sizeof video) < 0 || connect(it->audio_fd, (struct sockaddr *)&audio, sizeof audio) < 0)
      die("connect");
  } else if (words == 2 && !strcmp(name, "close")) close_peer(find(first));
  else if (words == 2 && !strcmp(name, "train")) load_train(word[1]);
  else if (words == 2 && !strcmp(name, "play")) restart(find(first), now_us()), find(first)->playing = train_packets > 0;
  else if (words == 2 && !strcmp(name, "stop")) find(first)->playing = 0;
  else if (words == 3 && !strcmp(name, "stats")) stats(first, atoi(word[2]));
  else if (words == 3 && !strcmp(name, "reset")) {
    for (int at = 0; at < peer_count; at++)
      if (peers[at]->id >= first && peers[at]->id <= atoi(word[2])) drain(peers[at]), reset(peers[at]);
  } else die("a command that is none");
}

static void read_commands(void) {
  static char buffer[65536];
  static size_t have;
  ssize_t got = read(0, buffer + have, sizeof buffer - 1 - have);
  if (got == 0) exit(0);
  if (got > 0) have += (size_t)got;
  buffer[have] = 0;
  char *from = buffer;
  for (char *end; (end = strchr(from, '\n')); from = end + 1) *end = 0, command(from);
  have -= (size_t)(from - buffer);
  memmove(buffer, from, have);
}

static void prepare_tls(void) {
  uint8_t print[32];
  X509 *certificate = X509_new();
  EVP_PKEY *key = EVP_EC_gen("P-256");
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -86400);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
  X509_set_pubkey(certificate, key);
  tls = SSL_CTX_new(DTLS_client_method());
  if (!X509_sign(certificate, key, EVP_sha256()) || !X509_digest(certificate, EVP_sha256(), print, NULL)) die("a certificate");
  if (!SSL_CTX_use_certificate(tls, certificate) || !SSL_CTX_use_PrivateKey(tls, key)) die("a certificate");
  // Only GCM: where the other side has none there is no connection, instead of a figure for another cipher.
  if (SSL_CTX_set_tlsext_use_srtp(tls, "SRTP_AEAD_AES_256_GCM:SRTP_AEAD_AES_128_GCM") != 0) die("SRTP ciphers");
  printf("{\"event\":\"ready\",\"fingerprint\":\"");
  for (int at = 0; at < 32; at++) printf("%s%02X", at ? ":" : "", print[at]);
  printf("\"}\n");
}

int main(void) {
  struct epoll_event events[512];
  int64_t last_timers = 0;
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  poller = epoll_create1(0);
  if (fcntl(0, F_SETFL, O_NONBLOCK) < 0) die("stdin");
  prepare_tls();
  for (;;) {
    // Naps instead of being woken by each packet: cheaper here, and the SFU's core does not pay for waking us either.
    fflush(stdout);
    usleep(NAP_US);
    read_commands();
    int ready = epoll_wait(poller, events, 512, 0);
    for (int at = 0; at < ready; at++) drain(events[at].data.ptr);
    int64_t now = now_us();
    for (int at = 0; at < peer_count; at++)
      if (peers[at]->playing) play(peers[at], now_us());
    if (now - last_timers < 20000) continue;
    last_timers = now;
    for (int at = 0; at < peer_count; at++) timers(peers[at], now);
  }
}
