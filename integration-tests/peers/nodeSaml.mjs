import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";

/** @node-saml/node-saml: signed requests by redirect, encrypted assertions. */
export function nodeSaml({ url, issuer, idp, privateKey, certificate, decryptionKey, classRef }) {
  const saml = new SAML({
    issuer,
    callbackUrl: `${url}/acs`,
    logoutCallbackUrl: `${url}/slo`,
    entryPoint: idp.endpoint,
    logoutUrl: idp.endpoint,
    idpCert: idp.certificate,
    idpIssuer: idp.issuer,
    audience: issuer,
    privateKey,
    publicCert: certificate,
    decryptionPvk: decryptionKey,
    signatureAlgorithm: "sha256",
    digestAlgorithm: "sha256",
    identifierFormat: null,
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: true,
    validateInResponseTo: ValidateInResponseTo.always,
    disableRequestedAuthnContext: classRef === undefined,
    authnContext: classRef === undefined ? [] : [classRef],
    racComparison: "exact",
  });
  let session = null;

  return {
    "sign-in": async () => ({ location: await saml.getAuthorizeUrlAsync("state", undefined, {}) }),
    acs: async ({ form }) => {
      const { profile } = await saml.validatePostResponseAsync(form);
      session = profile;
      return { json: { signedIn: true } };
    },
    session: async () => ({
      json: session === null
        ? { signedIn: false }
        : { signedIn: true, nameId: session.nameID, classRef: classOf(session), encrypted: encrypted(session) },
    }),
    "sign-out": async () => ({ location: await saml.getLogoutUrlAsync(session, "state", {}) }),
    slo: async ({ url: address, form, query, method }) => {
      const message = method === "POST" ? form : query;
      const { profile, loggedOut } =
        method === "POST" && form.SAMLRequest !== undefined
          ? await saml.validatePostRequestAsync(form)
          : method === "POST"
            ? await saml.validatePostResponseAsync(form)
            : await saml.validateRedirectAsync(query, address.search.slice(1));
      if (!loggedOut) {
        throw new Error("not a sign-out");
      }
      session = null;
      if (message.SAMLRequest === undefined) {
        return { json: { signedOut: true } };
      }
      return { location: await saml.getLogoutResponseUrlAsync(profile, message.RelayState ?? "", {}, true) };
    },
  };
}

function classOf(profile) {
  return /AuthnContextClassRef[^>]*>([^<]+)</.exec(profile.getAssertionXml())?.[1];
}

function encrypted(profile) {
  return profile.getSamlResponseXml().includes("EncryptedAssertion");
}
