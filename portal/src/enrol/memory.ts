import type { Claim } from "./api";

/**
 * What survives a reload in this tab: the claim and how far it has come. The key and the pass phrase are in the memory
 * of the page only.
 */
export interface Remembered {
  readonly claim: Claim;
  readonly friendlyName: string | null;
  /** The file was saved, so the key is not lost. */
  readonly saved: boolean;
}

const PREFIX = "sekisho-enrolment ";

export class Memory {
  private readonly name: string;

  constructor(
    api: string,
    private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  ) {
    this.name = PREFIX + api;
  }

  recall(): Remembered | null {
    try {
      return JSON.parse(this.storage.getItem(this.name) ?? "null") as Remembered | null;
    } catch {
      return null;
    }
  }

  keep(what: Remembered): void {
    try {
      this.storage.setItem(this.name, JSON.stringify(what));
    } catch {
      // A browser that stores nothing loses the way at a reload; all else works.
    }
  }

  forget(): void {
    this.storage.removeItem(this.name);
  }
}

/** Takes the token out of the address, so that it is in no bookmark, history or screenshot. */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (token === "") {
    return null;
  }
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return token;
}
