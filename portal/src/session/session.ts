import Keycloak from "keycloak-js";
import type { Environment } from "../environment";
import type { Language } from "../i18n/translate";
import { withoutAnswer } from "./address";
import "./withResolvers";

/** How an action at the sign-in pages ended, for instance a change of the password. */
export interface ActionResult {
  readonly action: string;
  readonly status: "success" | "cancelled" | "error";
}

export interface Person {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The server no longer accepts the session: only signing in again helps. */
export class SessionEndedError extends Error {}

/** The tokens have to be used for at least this long, in seconds, after they were asked for. */
const REMAINING = 20;

/** Signed in with Keycloak's own library: authorization code with PKCE, tokens in memory only. */
export class Session {
  private constructor(
    private readonly keycloak: Keycloak,
    private readonly environment: Environment,
    readonly actionResult: ActionResult | null,
  ) {}

  /** Leaves the page where nobody is signed in yet, and then never returns. */
  static async begin(environment: Environment, language: Language): Promise<Session> {
    const keycloak = new Keycloak({
      url: environment.serverUrl,
      realm: environment.realm,
      clientId: environment.clientId,
    });
    let result: ActionResult | null = null;
    keycloak.onActionUpdate = (status, action) => {
      result = { action: action ?? "", status };
    };
    const signedIn = await keycloak.init({ pkceMethod: "S256", checkLoginIframe: false });
    if (!signedIn) {
      await keycloak.login({ locale: language, redirectUri: withoutAnswer(window.location.href) });
    }
    return new Session(keycloak, environment, result);
  }

  get person(): Person {
    const claims = (this.keycloak.idTokenParsed ?? {}) as Record<string, unknown>;
    const text = (name: string): string => {
      const value = claims[name];
      return typeof value === "string" ? value : "";
    };
    return {
      userId: text("preferred_username"),
      firstName: text("given_name"),
      lastName: text("family_name"),
    };
  }

  /** A token that is good for a request now. */
  async token(): Promise<string> {
    try {
      await this.keycloak.updateToken(REMAINING);
    } catch (failed) {
      // keycloak-js forgets the tokens where the server refuses to refresh them, and only then.
      if (this.keycloak.token === undefined || this.keycloak.refreshToken === undefined) {
        throw new SessionEndedError();
      }
      throw failed;
    }
    if (this.keycloak.token === undefined) {
      throw new SessionEndedError();
    }
    return this.keycloak.token;
  }

  /** Goes to the sign-in pages for one action and comes back to this address. */
  async act(action: string, language: Language): Promise<void> {
    await this.keycloak.login({ action, locale: language });
  }

  async signInAgain(language: Language): Promise<void> {
    await this.keycloak.login({ locale: language });
  }

  /** Asks for everything anew although the session lives, and comes back to this address. */
  async signInFresh(language: Language): Promise<void> {
    await this.keycloak.login({ prompt: "login", maxAge: 0, locale: language });
  }

  async signOut(): Promise<void> {
    await this.keycloak.logout({ redirectUri: this.environment.baseUrl });
  }
}
