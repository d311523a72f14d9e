const fc = require('fast-check');

/** Properties with fewer examples: what a mutant does wrong shows in some test or other, and there are thousands of mutants. */
fc.configureGlobal({ numRuns: 20 });
