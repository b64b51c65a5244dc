/** Every number Bedside promises. Lengths are Unicode code points after `normaliseText`. */
export const limits = {
  questionMin: 5,
  questionMax: 500,
  displayNameMax: 40,
  noteMax: 300,
  replyMax: 1000,
  answerMax: 2000,
  /** Questions that one command may decide on. */
  bulkMax: 100,
  /** Saved replies of one session. */
  savedRepliesMax: 50,
  /** Milliseconds for which a claim holds that is not renewed, and after which a page that has the question open renews it. */
  claimMs: 90_000,
  claimRenewMs: 40_000,
  slowMaxSeconds: 600,
  /** Milliseconds for which a removed person stays out. */
  removeMs: 15 * 60_000,
  /** In multiples of this all see how many were declined for a reason (rule E1): fewer may be told apart, as may one more. */
  smallCount: 5,
  /** Seconds by which outputs may be delayed: what is held for it is in memory, 20 MB at most. */
  delayMaxSeconds: 60,
  /** Servers that one session is forwarded to at once. */
  targetsMax: 4,
  /** Players by WHEP of one session, and of one address, at one node: each costs a router, and nobody has to say who they are. */
  playersMax: 100,
  playersPerAddress: 20,
  /**
   * Of an SDP offer by WHIP or WHEP: media sections, lines, characters of one, and how many codecs, formats, header extensions or
   * candidates. Chrome's has two sections, 300 lines and 50 codecs.
   */
  sdpSections: 8,
  sdpLines: 1000,
  sdpLineChars: 1000,
  sdpEach: 64,
  /** Milliseconds after which a player may ask again for what is not live yet. */
  playerRetryMs: 5000,
  targetUrlMax: 300,
  targetKeyMax: 300,
  /** Code points of what somebody would like to talk about on stage. */
  handTopicMax: 140,
  /** Hands that may be up at once in one session. */
  handsMax: 200,
  /** Milliseconds for which who was told no does not raise a hand again. */
  handRestMs: 5 * 60_000,
  /** Milliseconds to accept an invitation to the stage, and for who is on stage to be heard, or heard again (rule T9). */
  guestAnswersMs: 3 * 60_000,
  guestGoneMs: 30_000,
  /** Code points of one caption, and of a term of the glossary and what it becomes. */
  captionMax: 500,
  termMax: 60,
  replacementMax: 120,
  glossaryMax: 200,
  /** The last captions that a view holds; older ones come by pages of `captionsPage`. */
  captionsShown: 60,
  captionsPage: 200,
  /** Captions of one session: five and a half hours of one a second, some 5 MB of a node's memory. */
  captionsMax: 20_000,
  /** Milliseconds by which a caption may be said to be older than its coming, and for which one is taken after a session's end. */
  captionAgeMs: 60_000,
  captionAfterEndMs: 30_000,
  /** Bytes of what a caption service posts: `captionMax` code points of four bytes, and some to be told that it is too long. */
  ingestBytes: 4096,
  titleMin: 3,
  titleMax: 120,
  descriptionMax: 600,
  /** Bytes of one Socket.IO message; an SDP-sized `media:produce` is the largest honest one, about 8 kB. */
  messageBytes: 64 * 1024,
  /** Bytes of one HTTP request body. */
  bodyBytes: 32 * 1024,
  /** Bytes of one HTTP request's line and headers; an honest one has less than 4 kB. */
  headerBytes: 16 * 1024,
  /** Milliseconds in which a request's headers, and all of it, must have come: a full body at 9 kbit/s. */
  headersMs: 10_000,
  requestMs: 30_000,
  /** Milliseconds for which a connection that is no WebSocket may stand still: longer than a long poll waits (`pingIntervalMs`). */
  idleMs: 60_000,
  /** Milliseconds that a connection has to say who it is; until then it counts for its address alone. */
  connectMs: 10_000,
  /**
   * Packets per second that one connection may send, and how many at once: a page sends a few a second, and after a lost
   * network its outbox at once, a few dozen. Each costs the event loop that everybody shares, whatever is answered.
   */
  packetsPerSecond: 100,
  packetBurst: 300,
  /**
   * Sockets open at once of one person, and of one address, which a hospital or a carrier's NAT may share. A person has one
   * for each window, and for up to `pingIntervalMs + pingTimeoutMs` each that a flapping network left behind.
   */
  socketsPerPerson: 20,
  socketsPerAddress: 2000,
  /** Milliseconds after which to ask again for a place among them: windows close and dead sockets are given up meanwhile. */
  socketPlaceRetryMs: 10_000,
  /** Unsent bytes above which a socket is cut if nothing has left it for `backlogStalledMs`; it comes back by `since`. */
  socketBacklogBytes: 768 * 1024,
  /** More than one lost packet costs a slow network (RFC 6298: a timeout of 1 s, doubled each time), less than a person waits. */
  backlogStalledMs: 5000,
  /** Unsent bytes after which a socket is cut at any pace: several whole views of the largest session, and memory is shared. */
  socketBacklogMaxBytes: 32 * 1024 * 1024,
  /** Milliseconds between two tallies of one session while it changes. */
  tickMs: 100,
  /** The same with more viewers than `tickLargeAt`. */
  tickLargeMs: 250,
  tickLargeAt: 300,
  /** A room hears its newest `seq` at least this often, so that a lost last patch is noticed. */
  watermarkMs: 2000,
  /** Milliseconds for which a node gathers votes into one append. */
  voteBatchMs: 10,
  /** Commands that a node holds while they wait for the database, about 5 kB each; more are told to come again. */
  commandsWaiting: 8000,
  /** Events between two snapshots of one session. */
  snapshotEvery: 500,
  /** Events a client may be behind and still get a patch instead of a whole view. */
  patchHorizon: 5000,
  /** Milliseconds a client waits for an ack before it sends the same command again. */
  ackTimeoutMs: 8000,
  /** The same for `session:join`, whose answer may be a whole view on a slow network. */
  joinTimeoutMs: 30_000,
  /**
   * Milliseconds between Socket.IO's pings, and for an answer to one: the server gives up a dead network within their sum.
   * A ping waits behind a whole view on a slow network, hence as long as `joinTimeoutMs`; pages notice silence by the watermarks.
   */
  pingIntervalMs: 15_000,
  pingTimeoutMs: 30_000,
  /** Milliseconds for which a peer's media outlives its socket. */
  peerGraceMs: 10_000,
  /**
   * Seconds for which a TURN credential opens new ways (rule N2): longer than any session, since a browser that changes its network
   * asks the TURN server again with the one that it has. draft-uberti-behave-turn-rest-00 section 2.2 recommends a day.
   */
  turnSeconds: 12 * 60 * 60,
  /** Milliseconds between two heartbeats of a node; a node that told nothing for `nodeTtlMs` drops out of the directory. */
  heartbeatMs: 1000,
  nodeTtlMs: 5000,
  /** Milliseconds more before it counts as gone: a heartbeat's way, and that of whoever reads it (rule C3). */
  nodeMarginMs: 1000,
  /** Milliseconds that a call waits for Redis at most, and for which Redis is then left alone (rule C5). */
  redisWaitMs: 250,
  redisRestMs: 1000,
  /** Milliseconds for which a node gathers announcements of new events into one message. */
  announceMs: 5,
  /** Rows of a log's audit in one answer. */
  auditRows: 1000,
  inviteDays: 30,
  identityDays: 365,
} as const;

/**
 * Token buckets: `points` per `seconds`. `person` is one signed identity; `address` is one IP address,
 * generous because a ward, a school or a carrier's NAT may share it.
 */
export const rateLimits = {
  connect: { person: { points: 60, seconds: 60 }, address: { points: 1200, seconds: 60 } },
  identity: { person: { points: 60, seconds: 60 }, address: { points: 600, seconds: 60 } },
  ask: { person: { points: 5, seconds: 60 }, address: { points: 300, seconds: 60 } },
  /** A viewer's reports, objections and confirmations. */
  report: { person: { points: 10, seconds: 60 }, address: { points: 600, seconds: 60 } },
  vote: { person: { points: 60, seconds: 30 }, address: { points: 3000, seconds: 30 } },
  read: { person: { points: 120, seconds: 30 }, address: { points: 6000, seconds: 30 } },
  staff: { person: { points: 300, seconds: 30 }, address: { points: 3000, seconds: 30 } },
  /** A page watches up to four channels: a join costs it eight calls (rule T1). */
  media: { person: { points: 240, seconds: 30 }, address: { points: 12_000, seconds: 30 } },
  /** Raising a hand and taking it down. */
  hand: { person: { points: 12, seconds: 60 }, address: { points: 300, seconds: 60 } },
  /** Captions that a person types, or their browser recognises, and their corrections. */
  caption: { person: { points: 240, seconds: 60 }, address: { points: 2400, seconds: 60 } },
  /** What a caption service sends: by caption URL, as by person, and by address, which may serve many sessions. */
  ingest: { person: { points: 240, seconds: 60 }, address: { points: 3000, seconds: 60 } },
  /** Each makes a file of a whole transcript. */
  captionsFile: { person: { points: 10, seconds: 60 }, address: { points: 300, seconds: 60 } },
  /** A player reads a playlist a second and a segment every two, and those of a ward one address. */
  hls: { person: { points: 240, seconds: 30 }, address: { points: 12_000, seconds: 30 } },
  /** Players that are no pages of ours (WHEP) come and go with each epoch. */
  player: { person: { points: 60, seconds: 60 }, address: { points: 120, seconds: 60 } },
  /** Lists, files and erasures of recordings. */
  recordings: { person: { points: 60, seconds: 60 }, address: { points: 600, seconds: 60 } },
  /** Each reads a page of a log; a moderator who wants all of a long one asks for as many as it has. */
  audit: { person: { points: 120, seconds: 60 }, address: { points: 480, seconds: 60 } },
  /** Each reads a whole log. */
  auditFile: { person: { points: 30, seconds: 60 }, address: { points: 120, seconds: 60 } },
  invite: { person: { points: 10, seconds: 60 }, address: { points: 60, seconds: 60 } },
  schedule: { person: { points: 20, seconds: 60 }, address: { points: 60, seconds: 60 } },
  /** Commands that came to nothing and are sent again, which count once towards their own limit (rule A13). */
  again: { person: { points: 240, seconds: 30 }, address: { points: 12_000, seconds: 30 } },
  /** Asking for metrics without the right token. */
  metrics: { person: { points: 10, seconds: 60 }, address: { points: 60, seconds: 60 } },
  /** Calls that don't parse or that nobody in that role may make: over it, nothing of theirs is even parsed. */
  refused: { person: { points: 60, seconds: 30 }, address: { points: 3000, seconds: 30 } },
} as const;
export type RateLimit = keyof typeof rateLimits;
