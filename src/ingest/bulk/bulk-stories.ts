import type { Prepared } from '../write/prepare.ts';
import { storiesOf } from '../write/stories.ts';

interface Member {
  readonly signature: readonly number[];
  readonly bands: readonly string[];
}

/** Groups documents into stories, one after the other as the writer does, but in memory. */
export class BulkStories {
  readonly #members = new Map<string, Member>();
  readonly #byBand = new Map<string, Set<string>>();
  readonly #story = new Map<string, string>();
  readonly #told = new Map<string, Set<string>>();

  add(document: Prepared): void {
    const { id, fingerprint } = document;
    this.remove(id);
    const near = new Set(
      this.#keys(fingerprint?.bands ?? []).flatMap((key) => [...(this.#byBand.get(key) ?? [])]),
    );
    const candidates = [...near].map((other) => ({
      document: id,
      story: this.#story.get(other)!,
      signature: this.#members.get(other)!.signature,
    }));
    const { of, moved } = storiesOf([document], candidates);
    for (const [from, to] of moved)
      for (const member of [...(this.#told.get(from) ?? [])]) this.#tell(member, to);
    this.#tell(id, of.get(id)!);
    if (!fingerprint) return;
    this.#members.set(id, fingerprint);
    for (const key of this.#keys(fingerprint.bands)) {
      const all = this.#byBand.get(key) ?? new Set();
      this.#byBand.set(key, all.add(id));
    }
  }

  #keys(bands: readonly string[]): string[] {
    return bands.map((band, at) => `${at} ${band}`);
  }

  #tell(id: string, story: string): void {
    this.#told.get(this.#story.get(id) ?? '')?.delete(id);
    this.#story.set(id, story);
    this.#told.set(story, (this.#told.get(story) ?? new Set()).add(id));
  }

  /** Removes a document that is no longer current, so that no other is compared with it. */
  remove(id: string): void {
    for (const key of this.#keys(this.#members.get(id)?.bands ?? []))
      this.#byBand.get(key)?.delete(id);
    this.#members.delete(id);
  }

  of(id: string): string {
    return this.#story.get(id) ?? id;
  }
}
