import * as client from "openid-client";

/** openid-client: pushed requests, proof keys, DPoP, rotation, and both ways of being told of a sign-out. */
export async function openidClient({ url, issuer, clientId, secret }) {
  const config = await client.discovery(new URL(issuer), clientId, secret, undefined, {
    execute: [client.allowInsecureRequests],
  });
  const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair("ES256"));
  let pending = null;
  let tokens = null;
  let told = [];

  return {
    "sign-in": async ({ query }) => {
      const verifier = client.randomPKCECodeVerifier();
      pending = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const request = {
        redirect_uri: `${url}/callback`,
        scope: "openid",
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: pending.state,
        nonce: pending.nonce,
        ...query,
      };
      const location = await client.buildAuthorizationUrlWithPAR(config, request, { DPoP });
      return { location: location.href };
    },
    callback: async ({ url: address }) => {
      tokens = await client.authorizationCodeGrant(
        config,
        address,
        { pkceCodeVerifier: pending.verifier, expectedState: pending.state, expectedNonce: pending.nonce },
        undefined,
        { DPoP },
      );
      return { json: { signedIn: true } };
    },
    session: async () => ({
      json: tokens === null ? { signedIn: false, told } : { signedIn: true, told, type: tokens.token_type, ...tokens.claims() },
    }),
    refresh: async () => {
      const old = tokens.refresh_token;
      tokens = { ...(await client.refreshTokenGrant(config, old, undefined, { DPoP })) , claims: tokens.claims };
      return { json: { rotated: tokens.refresh_token !== old } };
    },
    "user-info": async () => ({
      json: await client.fetchUserInfo(config, tokens.access_token, client.skipSubjectCheck, { DPoP }),
    }),
    "stolen-token": async () => {
      const answer = await fetch(config.serverMetadata().userinfo_endpoint, {
        headers: { Authorization: `Bearer ${tokens.access_token}` },
      });
      return { json: { status: answer.status } };
    },
    "sign-out": async () => ({
      location: client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: `${url}/signed-out`,
        id_token_hint: tokens.id_token,
      }).href,
    }),
    "signed-out": async () => ({ json: { signedOut: true } }),
    backchannel: async ({ form }) => {
      told = [...told, { by: "back", events: claims(form.logout_token).events, sid: claims(form.logout_token).sid }];
      tokens = null;
      return { json: {} };
    },
    frontchannel: async ({ query }) => {
      told = [...told, { by: "front", sid: query.sid, issuer: query.iss }];
      tokens = null;
      return { json: {} };
    },
  };
}

function claims(token) {
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
}
