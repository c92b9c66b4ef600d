/** Where texts and what was extracted from them lie, so that jobs carry names of them only. */
export interface Spool {
  /** @returns null when there is nothing of this name */
  read(name: string): Promise<string | null>;
  /** Whole or not at all: nobody reads a part. */
  write(name: string, text: string): Promise<void>;
  has(name: string): Promise<boolean>;
}
