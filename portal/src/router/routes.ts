/** The pages of the portal, by the end of their addresses. */
export const PAGES = {
  menu: "",
  history: "history",
  security: "security",
  devices: "devices",
  federation: "federation",
  profile: "profile",
} as const;

export type PageName = keyof typeof PAGES;

/** Which page an address means; null where it is none. */
export function pageAt(basePath: string, path: string): PageName | null {
  const base = basePath.replace(/\/+$/, "");
  const rest = path.replace(/\/+$/, "");
  if (rest !== base && !rest.startsWith(`${base}/`)) {
    return null;
  }
  const end = rest.slice(base.length + 1);
  return (Object.keys(PAGES) as PageName[]).find((name) => PAGES[name] === end) ?? null;
}

export function pathOf(basePath: string, page: PageName): string {
  return `${basePath.replace(/\/+$/, "")}/${PAGES[page]}`;
}
