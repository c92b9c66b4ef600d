import type { Stop } from '../../db/read/reader.ts';

/**
 * The end of a request before its answer: its client left, or its time is over. An AbortController
 * with its events, made for each request, costs as much as planning the statement; the few requests
 * that need a real signal get one.
 */
export class Ending implements Stop {
  /** Why it ended; undefined before the end, and when the client left. */
  reason: Error | undefined;
  private ended = false;
  private listeners: (() => void)[] = [];
  private controller: AbortController | undefined;

  get aborted(): boolean {
    return this.ended;
  }

  /** An AbortSignal, for code that takes nothing else. */
  get signal(): AbortSignal {
    if (!this.controller) {
      const controller = new AbortController();
      this.controller = controller;
      if (this.ended) controller.abort(this.reason);
      else this.addEventListener('abort', () => controller.abort(this.reason));
    }
    return this.controller.signal;
  }

  /** Calls every listener once. */
  end(reason?: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.reason = reason;
    const { listeners } = this;
    this.listeners = [];
    for (const listener of listeners) listener();
  }

  throwIfAborted(): void {
    if (this.ended) throw this.reason ?? new DOMException('nobody waits for it.', 'AbortError');
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (this.ended) listener();
    else this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }
}
