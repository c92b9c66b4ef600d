/** Longest time of one page; nobody waits for it as for a request. */
export const EXPORT_TIMEOUT = { timeoutMs: 120_000 } as const;
