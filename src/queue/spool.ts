/** Stores texts and extractions by name, so that jobs carry names only. */
export interface Spool {
  /** @returns null when no file has this name */
  read(name: string): Promise<string | null>;
  /** Writes all or nothing, so that nobody reads a part. */
  write(name: string, text: string): Promise<void>;
  has(name: string): Promise<boolean>;
}
