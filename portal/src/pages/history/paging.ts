/**
 * Pages by keyset: the server only says where the next older page begins, so the way back to newer ones is what we
 * remember. The last entry is the page that is shown; null is the newest.
 */
export interface Paging {
  readonly begins: readonly (string | null)[];
}

export const NEWEST: Paging = { begins: [null] };

export function shownBegin(paging: Paging): string | null {
  return paging.begins[paging.begins.length - 1] ?? null;
}

/** Counted from 1, the newest. */
export function pageNumber(paging: Paging): number {
  return paging.begins.length;
}

export function older(paging: Paging, next: string): Paging {
  return { begins: [...paging.begins, next] };
}

export function newer(paging: Paging): Paging {
  return paging.begins.length > 1 ? { begins: paging.begins.slice(0, -1) } : paging;
}
