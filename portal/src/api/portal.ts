import type { Language } from "../i18n/translate";
import type { Http } from "./http";

export interface Application {
  readonly id: string;
  readonly name: string;
  /** By language, where the application has names in languages. */
  readonly names?: Readonly<Partial<Record<Language, string>>> | null;
  readonly description?: string | null;
  readonly url: string;
  readonly icon: string;
}

/** A credential of the user that has a name. Times are in milliseconds since 1970 (UTC). */
export interface NamedCredential {
  readonly id: string;
  readonly label?: string | null;
  readonly createdAt?: number | null;
}

export interface Security {
  readonly password: {
    readonly changedAt: number | null;
    readonly expiresAt: number | null;
  } | null;
  readonly phone: { readonly masked: string; readonly registeredAt: number | null } | null;
  readonly totp: readonly NamedCredential[];
  readonly passkeys: readonly NamedCredential[];
  readonly recoveryCodes: {
    readonly id?: string | null;
    readonly remaining: number;
    readonly total: number;
    readonly createdAt: number | null;
  } | null;
}

export interface Profile {
  readonly userId: string;
  readonly lastName?: string | null;
  readonly firstName?: string | null;
  readonly yomi?: string | null;
  readonly email?: string | null;
  readonly company?: string | null;
  readonly department?: string | null;
  readonly title?: string | null;
  readonly phone?: string | null;
  readonly locale?: string | null;
}

const BASE = "/sekisho/portal";

export class PortalApi {
  constructor(private readonly http: Http) {}

  applications(signal?: AbortSignal): Promise<readonly Application[]> {
    return this.http.json(`${BASE}/applications`, signal ? { signal } : {});
  }

  security(signal?: AbortSignal): Promise<Security> {
    return this.http.json(`${BASE}/security`, signal ? { signal } : {});
  }

  profile(signal?: AbortSignal): Promise<Profile> {
    return this.http.json(`${BASE}/profile`, signal ? { signal } : {});
  }

  async setLanguage(language: Language): Promise<void> {
    await this.http.json(`${BASE}/profile/locale`, { method: "PUT", body: { locale: language } });
  }
}
