export * as en from 'chrono-node/en';
export * as es from 'chrono-node/es';
