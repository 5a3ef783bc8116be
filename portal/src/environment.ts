/** What the server tells the page, in the data attributes that index.ftl writes. */
export interface Environment {
  /** The server's public address, without a slash at its end. */
  readonly serverUrl: string;
  /** The portal's own address, with a slash at its end. */
  readonly baseUrl: string;
  readonly realm: string;
  readonly clientId: string;
  readonly resourceUrl: string;
  readonly locale: string;
  readonly tenantName: string;
}

export function readEnvironment(element: HTMLElement): Environment {
  const value = (name: string): string => element.dataset[name] ?? "";
  return {
    serverUrl: value("serverUrl"),
    baseUrl: value("baseUrl"),
    realm: value("realm"),
    clientId: value("clientId"),
    resourceUrl: value("resourceUrl"),
    locale: value("locale"),
    tenantName: value("tenantName") || value("realm"),
  };
}

/** The address of the tenant at the server; all interfaces are below it. */
export function tenantUrl(environment: Environment): string {
  return `${environment.serverUrl}/realms/${encodeURIComponent(environment.realm)}`;
}
