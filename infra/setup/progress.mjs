/**
 * @typedef {((detail: string) => void) & { note: (line: string) => void }} Tell what is happening now; a note stays on screen
 * @typedef {<T>(place: number, title: string, work: (tell: Tell) => Promise<T>) => Promise<T>} Step
 */

const isTty = process.stderr.isTTY && process.env.TERM !== 'dumb' && !process.env.CI;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Seconds for people: 0.4 s, 12 s, 2 min 46 s. @param {number} ms */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** @type {(() => void) | undefined} */
let clearLine;

/** Leaves the cursor on an empty line, whatever was being shown. */
export function endProgress() {
  clearLine?.();
  clearLine = undefined;
}

/**
 * Numbered steps on stderr, `[2/4] Building the media worker…`. Only what really has to be done is shown.
 * @param {number} total
 * @returns {Step}
 */
export function progress(total) {
  return async (place, title, work) => {
    const label = `[${place}/${total}] ${title}`;
    const start = Date.now();
    const took = () => duration(Date.now() - start);
    const show = isTty ? spinner(label, took) : plain(label, took);
    try {
      const result = await work(show.tell);
      endProgress();
      show.done();
      return result;
    } finally {
      endProgress();
    }
  };
}

/** @param {string} label @param {() => string} took */
function spinner(label, took) {
  let frame = 0;
  let detail = '';
  const draw = () => {
    frame = (frame + 1) % frames.length;
    const line = `${frames[frame]} ${label}… ${detail ? `${detail}, ` : ''}${took()}`;
    process.stderr.write(`\r\x1b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
  };
  const timer = setInterval(draw, 120);
  draw();
  clearLine = () => {
    clearInterval(timer);
    process.stderr.write('\r\x1b[K');
  };
  /** @param {string} text */
  const note = (text) => process.stderr.write(`\r\x1b[K      ${text}\n`);
  return {
    tell: Object.assign((/** @type {string} */ text) => void (detail = text), { note }),
    done: () => process.stderr.write(`${label}: ${took()}\n`),
  };
}

/** @param {string} label @param {() => string} took */
function plain(label, took) {
  process.stderr.write(`${label}…\n`);
  let next = Date.now() + 30_000;
  /** @param {string} text */
  const note = (text) => process.stderr.write(`      ${text}\n`);
  /** @param {string} text */
  const tell = (text) => {
    if (Date.now() < next) return;
    next = Date.now() + 30_000;
    note(text);
  };
  return {
    tell: Object.assign(tell, { note }),
    done: () => process.stderr.write(`      done in ${took()}\n`),
  };
}
