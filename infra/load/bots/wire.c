#include "wire.h"
#include <string.h>
#include <arpa/inet.h>
#include <openssl/hmac.h>

static const uint32_t COOKIE = 0x2112a442;
enum {
  USERNAME = 0x0006, MESSAGE_INTEGRITY = 0x0008, XOR_MAPPED_ADDRESS = 0x0020, PRIORITY = 0x0024,
  USE_CANDIDATE = 0x0025, FINGERPRINT = 0x8028, ICE_CONTROLLED = 0x8029, ICE_CONTROLLING = 0x802a,
};

int stun_type(const uint8_t *message, size_t length) {
  return length >= 20 && message[0] < 4 && get32(message + 4) == COOKIE && (size_t)get16(message + 2) + 20 == length ? get16(message) : -1;
}

static size_t begin(uint8_t *out, int type, const uint8_t *transaction) {
  put16(out, type), put16(out + 2, 0), put32(out + 4, COOKIE);
  memcpy(out + 8, transaction, TRANSACTION_BYTES);
  return 20;
}

static size_t attribute(uint8_t *out, size_t at, int type, const void *value, size_t length) {
  put16(out + at, type), put16(out + at + 2, length);
  memset(out + at + 4, 0, (length + 3) & ~(size_t)3);
  if (length > 0) memcpy(out + at + 4, value, length);
  return at + 4 + ((length + 3) & ~(size_t)3);
}

// ISO 3309, as in RFC 5389 section 15.5.
static uint32_t crc32(const uint8_t *bytes, size_t length) {
  uint32_t crc = ~0u;
  for (size_t at = 0; at < length; at++) {
    crc ^= bytes[at];
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

// MESSAGE-INTEGRITY and FINGERPRINT each cover a header whose length already counts them.
static size_t finish(uint8_t *out, size_t at, const char *password) {
  uint8_t mac[EVP_MAX_MD_SIZE];
  uint8_t sum[4];
  put16(out + 2, at + 24 - 20);
  HMAC(EVP_sha1(), password, strlen(password), out, at, mac, NULL);
  at = attribute(out, at, MESSAGE_INTEGRITY, mac, 20);
  put16(out + 2, at + 8 - 20);
  put32(sum, crc32(out, at) ^ 0x5354554e);
  return attribute(out, at, FINGERPRINT, sum, 4);
}

size_t stun_check(uint8_t *out, const uint8_t *transaction, const char *user, const char *password, int controlling) {
  static const uint8_t priority[4] = {0x6e, 0xff, 0xff, 0xff};
  static const uint8_t tie_breaker[8] = {0x7f, 1, 2, 3, 4, 5, 6, 7};
  size_t at = begin(out, STUN_REQUEST, transaction);
  at = attribute(out, at, USERNAME, user, strlen(user));
  at = attribute(out, at, PRIORITY, priority, 4);
  at = attribute(out, at, controlling ? ICE_CONTROLLING : ICE_CONTROLLED, tie_breaker, 8);
  if (controlling) at = attribute(out, at, USE_CANDIDATE, NULL, 0);
  return finish(out, at, password);
}

size_t stun_answer(uint8_t *out, const uint8_t *request, const struct sockaddr_in *from, const char *password) {
  uint8_t mapped[8] = {0, 1};
  put16(mapped + 2, ntohs(from->sin_port) ^ COOKIE >> 16);
  put32(mapped + 4, ntohl(from->sin_addr.s_addr) ^ COOKIE);
  size_t at = begin(out, STUN_SUCCESS, request + 8);
  at = attribute(out, at, XOR_MAPPED_ADDRESS, mapped, 8);
  return finish(out, at, password);
}

// AES in counter mode over zeros, the counter in the last 16 bits; `label` 0 makes the key, 2 the salt.
static int derive(uint8_t *out, int bytes, const uint8_t *master_key, const uint8_t *master_salt, int key_bytes, uint8_t label) {
  uint8_t counter[16] = {0};
  uint8_t zeros[32] = {0};
  int length = 0;
  memcpy(counter, master_salt, 12);
  counter[7] ^= label;
  EVP_CIPHER_CTX *prf = EVP_CIPHER_CTX_new();
  int ok = EVP_EncryptInit_ex(prf, key_bytes == 32 ? EVP_aes_256_ctr() : EVP_aes_128_ctr(), NULL, master_key, counter) &&
           EVP_EncryptUpdate(prf, out, &length, zeros, bytes);
  EVP_CIPHER_CTX_free(prf);
  return ok;
}

int srtp_derive(srtp_keys *keys, const uint8_t *master_key, const uint8_t *master_salt, int key_bytes) {
  uint8_t key[32];
  if (!derive(key, key_bytes, master_key, master_salt, key_bytes, 0)) return 0;
  if (!derive(keys->salt, sizeof keys->salt, master_key, master_salt, key_bytes, 2)) return 0;
  keys->cipher = EVP_CIPHER_CTX_new();
  return EVP_EncryptInit_ex(keys->cipher, key_bytes == 32 ? EVP_aes_256_gcm() : EVP_aes_128_gcm(), NULL, key, NULL);
}

size_t srtp_protect(srtp_keys *keys, uint8_t *packet, size_t length, uint32_t rollover) {
  // RFC 7714 section 8.1: two zero bytes, SSRC, rollover counter, sequence number.
  uint8_t iv[12] = {0};
  int written = 0;
  memcpy(iv + 2, packet + 8, 4), put32(iv + 6, rollover), memcpy(iv + 10, packet + 2, 2);
  for (size_t at = 0; at < sizeof iv; at++) iv[at] ^= keys->salt[at];
  int ok = EVP_EncryptInit_ex(keys->cipher, NULL, NULL, NULL, iv) && EVP_EncryptUpdate(keys->cipher, NULL, &written, packet, 12) &&
           EVP_EncryptUpdate(keys->cipher, packet + 12, &written, packet + 12, (int)length - 12) &&
           EVP_EncryptFinal_ex(keys->cipher, packet + length, &written) &&
           EVP_CIPHER_CTX_ctrl(keys->cipher, EVP_CTRL_GCM_GET_TAG, SRTP_TAG_BYTES, packet + length);
  return ok ? length + SRTP_TAG_BYTES : 0;
}
