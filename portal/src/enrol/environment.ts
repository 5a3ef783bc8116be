/** What the server tells the page, in the data attributes that enrol.ftl writes. */
export interface Environment {
  /** {@code https://…/realms/{tenant}/sekisho-enrolment}, without a slash at its end. */
  readonly api: string;
  /** The portal of the same tenant. */
  readonly portalUrl: string;
  readonly tenant: string;
  readonly lang: string;
  /** How the check of the certificate ended; empty on the page of the enrolment itself. */
  readonly outcome: string;
  readonly resourceUrl: string;
  /** The tenant takes only keys that are bound to hardware: nothing that this page could make. */
  readonly hardwareOnly: boolean;
}

export function readEnvironment(element: HTMLElement): Environment {
  const value = (name: string): string => element.dataset[name] ?? "";
  const api = value("api").replace(/\/+$/, "");
  return {
    api,
    portalUrl: value("portalUrl") || api.replace(/\/[^/]*$/, "/account/"),
    tenant: value("tenant"),
    lang: value("lang"),
    outcome: value("outcome"),
    resourceUrl: value("resourceUrl"),
    hardwareOnly: value("accepts") === "hardware",
  };
}
