// Prints jest's own test count on its own line at the very end, for CI.
module.exports = class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    process.stderr.write('');
    this.line = `${numPassedTests} passed, ${failed} failed${skipped}`;
    process.once('exit', () => process.stdout.write(`\n${this.line}\n`));
  }
};
