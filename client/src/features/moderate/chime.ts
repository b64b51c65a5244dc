let context: AudioContext | null = null;

/** To be called by a press or a key: a browser that lets no page sound by itself then lets this one. */
export function letSound(): void {
  context ??= new AudioContext();
  context.resume().catch(() => {});
}

/** Two soft tones, a falling third, half a second in all. Silent where the browser does not let a page sound yet. */
export function chime(): void {
  context ??= new AudioContext();
  const audio = context;
  void audio.resume().then(
    () => {
      tone(audio, 880, 0);
      tone(audio, 698.5, 0.2);
    },
    () => {},
  );
}

function tone(audio: AudioContext, hertz: number, afterSeconds: number) {
  const start = audio.currentTime + afterSeconds;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.15, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.3);
}
