// What goes over the wire, in bytes: STUN checks and SRTP with AES-GCM.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <netinet/in.h>
#include <openssl/evp.h>

enum { TRANSACTION_BYTES = 12, STUN_MAX = 256, SRTP_TAG_BYTES = 16 };
enum { STUN_REQUEST = 0x0001, STUN_SUCCESS = 0x0101 };

static inline uint16_t get16(const uint8_t *at) { return (uint16_t)(at[0] << 8 | at[1]); }
static inline uint32_t get32(const uint8_t *at) { return (uint32_t)get16(at) << 16 | get16(at + 2); }
static inline void put16(uint8_t *at, uint16_t value) { at[0] = value >> 8, at[1] = value & 255; }
static inline void put32(uint8_t *at, uint32_t value) { put16(at, value >> 16), put16(at + 2, value & 65535); }

// A STUN message's type, or -1 for what is none (RFC 5389 section 6).
int stun_type(const uint8_t *message, size_t length);
// A connectivity check (RFC 8445 section 7.2.2); controlling sides nominate at once. Returns its length.
size_t stun_check(uint8_t *out, const uint8_t *transaction, const char *user, const char *password, int controlling);
// The answer to a check that came from `from`, with the password that the check was made with: our own.
size_t stun_answer(uint8_t *out, const uint8_t *request, const struct sockaddr_in *from, const char *password);

// One direction's keys (RFC 3711 section 4.3, RFC 7714).
typedef struct {
  EVP_CIPHER_CTX *cipher;
  uint8_t salt[12];
} srtp_keys;
// `key_bytes` is 16 or 32; the master salt has 12 bytes. Returns 0 where OpenSSL refused.
int srtp_derive(srtp_keys *keys, const uint8_t *master_key, const uint8_t *master_salt, int key_bytes);
// Encrypts in place a packet with a plain 12-byte header; there must be room for the tag. Returns the new length, 0 where OpenSSL refused.
size_t srtp_protect(srtp_keys *keys, uint8_t *packet, size_t length, uint32_t rollover);
