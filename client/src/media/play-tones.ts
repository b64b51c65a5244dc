/** Two soft tones through the system's output, which everybody hears who hears anything; settles when they have ended. Call it from a press. */
export async function playTones(): Promise<void> {
  const context = new AudioContext();
  try {
    await context.resume();
    const begin = context.currentTime + 0.05;
    const last = [523.25, 783.99].map((hertz, place) => tone(context, hertz, begin + place * 0.4)).at(-1);
    // A context of a machine without any output may never come to its end.
    await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 3000))]);
  } finally {
    await context.close();
  }
}

/** Rises and falls gently: one that is cut off clicks. */
function tone(context: AudioContext, frequency: number, at: number): Promise<void> {
  const oscillator = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.3, at + 0.03);
  gain.gain.setValueAtTime(0.3, at + 0.25);
  gain.gain.linearRampToValueAtTime(0, at + 0.35);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.36);
  return new Promise((resolve) => oscillator.addEventListener('ended', () => resolve(), { once: true }));
}
