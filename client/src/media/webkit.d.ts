/** What WebKit has and TypeScript's DOM does not know: https://w3c.github.io/media-source/#managedmediasource-interface */
declare interface Window {
  ManagedMediaSource?: typeof MediaSource;
}

declare interface HTMLVideoElement {
  /** The time of the stream's beginning, by its EXT-X-PROGRAM-DATE-TIME: https://developer.apple.com/documentation/webkitjs/htmlmediaelement */
  getStartDate?(): Date;
}
