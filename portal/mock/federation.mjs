import { randomBytes } from "node:crypto";

const DAY = 24 * 60 * 60_000;

/** What a tenant with two domains shows; while its certificate changes there are two. */
export function federationInformation(origin, now, rollover) {
  const realm = `${origin}/realms/demo`;
  const oidc = `${realm}/protocol/openid-connect`;
  const domain = (name) => ({
    domain: name,
    issuer: `${realm}/domains/${name}`,
    signIn: `${realm}/protocol/saml`,
    signOut: `${realm}/protocol/saml`,
  });
  const active = certificate("ACTIVE", now - 3600 * DAY, now + (rollover ? 40 : 3300) * DAY);
  return {
    saml: {
      entityId: realm,
      singleSignOn: `${realm}/protocol/saml`,
      singleLogout: `${realm}/protocol/saml`,
      metadata: `${realm}/protocol/saml/descriptor`,
    },
    openIdConnect: {
      issuer: realm,
      discovery: `${realm}/.well-known/openid-configuration`,
      authorization: `${oidc}/auth`,
      token: `${oidc}/token`,
      userInfo: `${oidc}/userinfo`,
      jwks: `${oidc}/certs`,
      endSession: `${oidc}/logout`,
    },
    certificates: rollover ? [active, certificate("PASSIVE", now - DAY, now + 3650 * DAY)] : [active],
    domains: [domain("sakura-hoken.example"), domain("sakura.insurance-agt.ne.jp")],
  };
}

function certificate(state, notBefore, expires) {
  const hex = (bytes) => randomBytes(bytes).toString("hex").toUpperCase().match(/../g).join(":");
  const base64 = randomBytes(740).toString("base64");
  return {
    state,
    keyId: randomBytes(16).toString("base64url"),
    subject: "CN=sakura",
    notBefore,
    expires,
    sha1: hex(20),
    sha256: hex(32),
    base64,
    pem: `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g).join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
