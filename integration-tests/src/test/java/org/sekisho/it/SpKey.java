package org.sekisho.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The key of a service provider, its metadata, and requests that it signs. */
record SpKey(PrivateKey key, X509Certificate certificate) {

  static SpKey valid(int days) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=sp.example");
      Instant now = Instant.now();
      return new SpKey(
          pair.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          name,
                          new BigInteger(64, new SecureRandom()),
                          Date.from(now.minusSeconds(60)),
                          Date.from(now.plus(Duration.ofDays(days))),
                          name,
                          pair.getPublic())
                      .build(
                          new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
    } catch (GeneralSecurityException | OperatorCreationException impossible) {
      throw new AssertionError(impossible);
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
