// Loaded into npm ci (node --require): npm shall install what fits the Node that Bedside will run on, whichever Node npm
// itself runs on. It silently leaves out optional packages, such as native binaries, whose `engines` do not fit.
Object.defineProperty(process, 'version', { value: 'v24.0.0', enumerable: true, configurable: true });

// npm before 9.6.5 (so with Node 20.0 and 20.1) looks for glibcRuntimeVersion, a name that Node's report never used,
// and leaves out every package for glibc.
const getReport = process.report.getReport.bind(process.report);
Object.defineProperty(process.report, 'getReport', {
  /** @param {Error} [error] */
  value: (error) => {
    const report = getReport(error);
    const { header } = /** @type {{ header: Record<string, unknown> }} */ (report);
    header.glibcRuntimeVersion ??= header.glibcVersionRuntime;
    return report;
  },
});
