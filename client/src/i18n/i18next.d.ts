import 'i18next';
import type ask from './en/ask.json';
import type audit from './en/audit.json';
import type captions from './en/captions.json';
import type common from './en/common.json';
import type home from './en/home.json';
import type host from './en/host.json';
import type moderate from './en/moderate.json';
import type quality from './en/quality.json';
import type schedule from './en/schedule.json';
import type selfTest from './en/self-test.json';
import type voices from './en/voices.json';
import type watch from './en/watch.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      ask: typeof ask;
      audit: typeof audit;
      captions: typeof captions;
      common: typeof common;
      home: typeof home;
      host: typeof host;
      moderate: typeof moderate;
      quality: typeof quality;
      schedule: typeof schedule;
      selfTest: typeof selfTest;
      voices: typeof voices;
      watch: typeof watch;
    };
  }
}
