package org.sekisho.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The key of a service provider, its metadata, and requests that it signs. */
record SpKey(PrivateKey key, X509Certificate certificate) {

  static SpKey valid(int days) {
    try {
      Path store = Files.createTempDirectory("sp").resolve("keys.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "RSA",
                  "-alias",
                  "sp",
                  "-dname",
                  "CN=sp.example",
                  "-validity",
                  String.valueOf(days),
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  "changeit",
                  "-keystore",
                  store.toString())
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new AssertionError("keytool");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream file = Files.newInputStream(store)) {
        keys.load(file, "changeit".toCharArray());
      }
      return new SpKey(
          (PrivateKey) keys.getKey("sp", "changeit".toCharArray()),
          (X509Certificate) keys.getCertificate("sp"));
    } catch (IOException | GeneralSecurityException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Of a provider that signs its requests with one of the keys, and can decrypt. */
  static String metadata(String entityId, String attributes, SpKey... keys) {
    StringBuilder descriptors = new StringBuilder();
    for (SpKey key : keys) {
      descriptors.append(
          """
          <md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
          <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data>
          </ds:KeyInfo></md:KeyDescriptor>"""
              .formatted(key.base64()));
    }
    return """
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s" %s>
          <md:SPSSODescriptor AuthnRequestsSigned="true"
              protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            %s
            <md:AssertionConsumerService index="1"
                Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                Location="https://sp.example/acs"/>
          </md:SPSSODescriptor>
        </md:EntityDescriptor>
        """
        .formatted(entityId, attributes, descriptors);
  }

  String base64() {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The address of a request by HTTP-Redirect, unsigned. */
  static String request(TestTenant tenant, String entityId) {
    return tenant.url() + "/protocol/saml?" + query(tenant, entityId);
  }

  /** The same, signed with this key. */
  String signedRequest(TestTenant tenant, String entityId) {
    String query =
        query(tenant, entityId)
            + "&SigAlg="
            + encode("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(query.getBytes(StandardCharsets.UTF_8));
      String base64 = Base64.getEncoder().encodeToString(signature.sign());
      return tenant.url() + "/protocol/saml?" + query + "&Signature=" + encode(base64);
    } catch (GeneralSecurityException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String query(TestTenant tenant, String entityId) {
    String xml =
        """
        <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Version="2.0"
            ID="_%s" IssueInstant="%s" Destination="%s/protocol/saml">
          <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>
        </samlp:AuthnRequest>"""
            .formatted(java.util.UUID.randomUUID(), Instant.now(), tenant.url(), entityId);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream =
        new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFLATED, true))) {
      stream.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return "SAMLRequest=" + encode(Base64.getEncoder().encodeToString(deflated.toByteArray()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
