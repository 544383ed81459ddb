/** Stands in for stylesheets in component tests: jsdom draws nothing. */
export {};
