/** What the stages use of `node:v8`: flags that only Node.js has. */
export function setFlagsFromString(): void {}
