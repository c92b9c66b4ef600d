/** A page of an export is no request of a user: it may take its time. */
export const EXPORT_TIMEOUT = { timeoutMs: 120_000 } as const;
