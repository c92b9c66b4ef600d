/**
 * Runs something whose errors need no stacks: capturing one takes time, and its frames keep alive
 * whatever the functions on it used. Only errors that are made before it returns have none.
 */
export function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
