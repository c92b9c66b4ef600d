import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request that is being answered: in the header `x-request-id`, in the log, in masked errors. */
export const requestIds = new AsyncLocalStorage<string>();
