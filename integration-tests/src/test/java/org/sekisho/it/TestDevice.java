package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.sekisho.certauthority.pem.PemFile;

/**
 * A device with its certificate.
 *
 * @param id of the device; null where the server does not know it
 * @param chain what it sends, its own certificate first
 */
record TestDevice(String id, PrivateKey key, List<X509Certificate> chain) {

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  /** Enrols a device as its browser does, after an ID administrator's invitation. */
  static TestDevice enrol(IdAdministrator administrator, TestUser user, String name) {
    JsonNode invited = invite(administrator, user, name, Map.of()).expect(201).body();
    return enrol(user.tenant(), token(invited));
  }

  static From.Reply invite(
      IdAdministrator administrator, TestUser user, String name, Map<String, ?> more) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("userId", user.userId());
    wish.put("deviceName", name);
    wish.putAll(more);
    return administrator.devices("POST", "/invitations", wish);
  }

  static String token(JsonNode invited) {
    return invited.get("url").asText().replaceFirst(".*#", "");
  }

  static TestDevice enrol(TestTenant tenant, String token) {
    String claim = claim(tenant, Map.of("token", token)).expect(200).body().get("claim").asText();
    KeyPair keys = keyPair();
    return of(keys, send(tenant, claim, request(keys)).expect(200).body());
  }

  /** The server limits what one address may do in a minute. */
  private static From somebody() {
    return new From("203.0.113." + ADDRESSES.updateAndGet(last -> last % 250 + 1));
  }

  static From.Reply claim(TestTenant tenant, Map<String, ?> body) {
    return claimAt(page(tenant), body);
  }

  /** At the page of another node. */
  static From.Reply claimAt(String page, Map<String, ?> body) {
    return somebody().send("POST", page + "/claim", null, null, body);
  }

  static From.Reply send(TestTenant tenant, String claim, String request) {
    return sendAt(page(tenant), claim, request);
  }

  /** At the page of another node. */
  static From.Reply sendAt(String page, String claim, String request) {
    return somebody()
        .send(
            "POST",
            page + "/certificate",
            null,
            null,
            Map.of("claim", claim, "request", request, "method", "BROWSER", "platform", "Test"));
  }

  static TestDevice of(KeyPair keys, JsonNode given) {
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(certificate(given.get("certificate").asText()));
    given.get("chain").forEach(pem -> chain.add(certificate(pem.asText())));
    return new TestDevice(given.get("deviceId").asText(), keys.getPrivate(), chain);
  }

  static String request(KeyPair keys) {
    return request(keys, new X500Name("CN=ignored"));
  }

  static String request(KeyPair keys, X500Name name) {
    return request(keys, new JcaPKCS10CertificationRequestBuilder(name, keys.getPublic()));
  }

  /** A request that asks for extensions of its certificate. */
  static String request(KeyPair keys, X500Name name, Extensions wanted) {
    return request(
        keys,
        new JcaPKCS10CertificationRequestBuilder(name, keys.getPublic())
            .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted));
  }

  private static String request(KeyPair keys, PKCS10CertificationRequestBuilder request) {
    try {
      return PemFile.ofRequests(
          List.of(
              request.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))));
    } catch (OperatorCreationException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }

  static X509Certificate certificate(String pem) {
    try {
      return PemFile.read(pem).certificates().get(0);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }

  static String page(TestTenant tenant) {
    return tenant.url() + "/sekisho-enrolment";
  }
}
