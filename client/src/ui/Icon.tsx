import type { ReactNode } from 'react';

// 24 px grid, 1.75 px strokes, drawn in the text's colour.
const shapes = {
  alert: <path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.2m0 2.8v.01" />,
  arrowLeft: <path d="M19 12H5m6-6-6 6 6 6" />,
  arrowUp: <path d="M12 19V5m-6 6 6-6 6 6" />,
  calendar: <path d="M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1ZM4 10h16M8.5 3.5v4m7-4v4" />,
  camera: <path d="M4 7h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Zm11 3.5 6-3v9l-6-3" />,
  cameraOff: <path d="M9 7h5a1 1 0 0 1 1 1v2.5l6-3v9l-4-2M15 16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1M3 3l18 18" />,
  captions: (
    <path d="M5 5.5h14a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Zm5.8 4.9a2.2 2.2 0 1 0 0 3.2m6.2-3.2a2.2 2.2 0 1 0 0 3.2" />
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  chevronDown: <path d="m6 9 6 6 6-6" />,
  clock: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  copy: (
    <path d="M9 9h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Zm-4 6.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h9.5a1 1 0 0 1 1 1" />
  ),
  edit: <path d="M4 20h4L19.5 8.5a2.1 2.1 0 0 0-3-3L5 17l-1 3Z" />,
  expand: <path d="M14 4h6v6m0-6-7 7M10 20H4v-6m0 6 7-7" />,
  external: <path d="M14 4h6v6m0-6-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5" />,
  flag: <path d="M5 21V4m0 1h12l-2.5 4L17 13H5" />,
  help: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.4-1.2 1-1.2 1.8v.2m0 2.8v.01" />,
  hide: (
    <path d="M4 4l16 16M9.9 5.8A9.5 9.5 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.7 3.4M6.3 7.3C3.8 9 2.5 12 2.5 12S6 18.5 12 18.5c1.5 0 2.8-.4 4-1M10 10.1a2.8 2.8 0 0 0 3.9 3.9" />
  ),
  info: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.5m0-9v.01" />,
  inbox: <path d="M4 13.5 6.5 5h11l2.5 8.5V19H4v-5.5Zm0 0h4.5l1.5 2.5h4l1.5-2.5H20" />,
  lifebuoy: (
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-5.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5.6 5.6l4 4m4.8 4.8 4 4m0-12.8-4 4m-4.8 4.8-4 4" />
  ),
  link: <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.5 6.8M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.6-1.6" />,
  microphone: <path d="M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />,
  microphoneOff: (
    <path d="M9 9v2.5a3 3 0 0 0 4.7 2.5M15 11V6.5a3 3 0 0 0-5.8-1.1M5.5 11.5a6.5 6.5 0 0 0 10.6 5M18.5 11.5a6.5 6.5 0 0 1-.6 2.7M12 18v3M3 3l18 18" />
  ),
  more: <path d="M5 12v.01M12 12v.01M19 12v.01" />,
  pause: <path d="M8.5 5v14M15.5 5v14" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14.5a6.5 6.5 0 0 1 3 5.5" />
  ),
  pin: <path d="M9 4h6l-.8 6 3.3 3.5h-11L9.8 10 9 4Zm3 9.5V20" />,
  play: <path d="M8 5.5v13l10.5-6.5L8 5.5Z" />,
  question: <path d="M5 4h14a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-6.5L8 21v-4H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm3.5 5h7m-7 3.5H13" />,
  record: <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z" />,
  refresh: <path d="M19.5 9A8 8 0 0 0 5 7.5L4 9m0-5v5h5M4.5 15A8 8 0 0 0 19 16.5l1-1.5m0 5v-5h-5" />,
  screen: <path d="M4 4.5h16a1 1 0 0 1 1 1V15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1ZM8.5 20h7M12 16v4" />,
  settings: <path d="M4 7h9m4 0h3M4 17h3m4 0h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-6 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />,
  skip: <path d="M6 6v12l8.5-6L6 6Zm12 0v12" />,
  soundOff: <path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4v-5Zm12 0 5 5m0-5-5 5" />,
  soundOn: <path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4v-5Zm11.5-1a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12" />,
  stop: <path d="M7 7h10v10H7V7Z" />,
  undo: <path d="M8.5 14.5 4 10l4.5-4.5M4 10h10a5.5 5.5 0 0 1 0 11h-3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** Decoration beside words: hidden from assistive technology. `size` in rem. */
export function Icon({ name, size = 1.25, className }: { name: IconName; size?: number; className?: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 24 24"
      width={`${size}rem`}
      height={`${size}rem`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
