/** Disjoint groups; each is identified by its first member in text order. */
export class Groups {
  readonly #parent = new Map<string, string>();
  readonly #members = new Map<string, string[]>();

  find(member: string): string {
    const parent = this.#parent.get(member) ?? member;
    if (parent === member) return member;
    const root = this.find(parent);
    this.#parent.set(member, root);
    return root;
  }

  membersOf(member: string): readonly string[] {
    const root = this.find(member);
    return this.#members.get(root) ?? [root];
  }

  join(a: string, b: string): void {
    const [first, later] = [this.find(a), this.find(b)].sort() as [string, string];
    if (first === later) return;
    const members = this.#members.get(first) ?? [first];
    members.push(...this.membersOf(later));
    this.#parent.set(later, first);
    this.#members.set(first, members);
    this.#members.delete(later);
  }
}
