import { describe, expect, it } from 'vitest';
import { broadcastOf, saying } from './broadcast.ts';

const live = { phase: 'live', leaving: null, connected: true, stream: 'on', sending: 'on' } as const;

describe('the state of the broadcast', () => {
  it('is on air only when phase, stage and this window agree', () => {
    expect(broadcastOf(live)).toBe('on-air');
    expect(broadcastOf({ ...live, stream: 'lost' })).toBe('recovering');
    expect(broadcastOf({ ...live, stream: 'off' })).toBe('recovering');
    expect(broadcastOf({ ...live, sending: 'recovering' })).toBe('recovering');
  });

  it('[S6] says that a reloaded page is live and sends nothing', () => {
    expect(broadcastOf({ ...live, stream: 'lost', sending: 'idle' })).toBe('silent');
  });

  it('tells a lost connection from a lost picture', () => {
    expect(broadcastOf({ ...live, connected: false })).toBe('offline');
  });

  it('does not take another window for this one', () => {
    expect(broadcastOf({ ...live, sending: 'replaced' })).toBe('replaced');
    expect(broadcastOf({ ...live, phase: 'paused', sending: 'replaced' })).toBe('replaced');
  });

  it('[S8] is a break while paused, whatever is sent', () => {
    expect(broadcastOf({ ...live, phase: 'paused' })).toBe('paused');
    expect(broadcastOf({ ...live, phase: 'paused', sending: 'idle' })).toBe('paused');
  });
});

describe('what the doctor asked for', () => {
  it('counts before the server knows, also without a connection', () => {
    expect(broadcastOf({ ...live, leaving: 'break' })).toBe('paused');
    expect(broadcastOf({ ...live, leaving: 'end', sending: 'idle' })).toBe('ending');
    expect(broadcastOf({ ...live, leaving: 'end', sending: 'idle', connected: false })).toBe('ending');
    expect(broadcastOf({ ...live, leaving: 'end', phase: 'ended' })).toBe('ended');
  });
});

describe('what is said aloud', () => {
  it('tells going live from coming back', () => {
    expect(saying('off-air', 'on-air')).toBe('live');
    expect(saying('paused', 'on-air')).toBe('live');
    expect(saying('recovering', 'on-air')).toBe('back');
  });

  it('leaves a lost connection to the banner of the page', () => {
    expect(saying('on-air', 'offline')).toBeNull();
    expect(saying('offline', 'on-air')).toBeNull();
    expect(saying('offline', 'replaced')).toBe('replaced');
  });

  it('is nothing while going live takes its moment', () => {
    expect(saying('off-air', 'recovering')).toBeNull();
    expect(saying('on-air', 'on-air')).toBeNull();
  });
});
