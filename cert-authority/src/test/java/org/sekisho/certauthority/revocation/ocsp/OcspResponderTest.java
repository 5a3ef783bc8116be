package org.sekisho.certauthority.revocation.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.revocation.RevocationReason;

class OcspResponderTest {

  private static final long GOOD = 1;
  private static final long REVOKED = 2;
  private static final long UNKNOWN = 3;

  private final TestPki pki = new TestPki();
  private final AtomicInteger lookedUp = new AtomicInteger();
  private final OcspResponder responder = new OcspResponder(pki.ca, this::status);

  private CertificateStatus status(BigInteger serial) {
    lookedUp.incrementAndGet();
    if (serial.longValue() == GOOD) {
      return new CertificateStatus.Good();
    }
    return serial.longValue() == REVOKED
        ? new CertificateStatus.Revoked(
            TestPki.NOW.minusSeconds(60), RevocationReason.KEY_COMPROMISE)
        : new CertificateStatus.Unknown();
  }

  private static CertificateID id(IssuingCa ca, ASN1ObjectIdentifier hash, BigInteger serial)
      throws Exception {
    return new CertificateID(
        new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(hash)),
        new JcaX509CertificateHolder(ca.certificate()),
        serial);
  }

  private static OCSPReqBuilder asking(IssuingCa ca, long... serials) throws Exception {
    OCSPReqBuilder builder = new OCSPReqBuilder();
    for (long serial : serials) {
      builder.addRequest(id(ca, OIWObjectIdentifiers.idSHA1, BigInteger.valueOf(serial)));
    }
    return builder;
  }

  private static Extensions nonce(int octets) {
    return extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, octets);
  }

  private static Extensions extension(ASN1ObjectIdentifier id, boolean critical, int octets) {
    try {
      byte[] value = new DEROctetString(new byte[octets]).getEncoded();
      return new Extensions(new Extension(id, critical, value));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private int error(byte[] request) throws Exception {
    OcspAnswer answer = responder.post(request, TestPki.NOW);
    assertThat(answer.cacheControl()).isEqualTo("no-store");
    return new OCSPResp(answer.body()).getStatus();
  }

  private BasicOCSPResp signed(OcspAnswer answer) throws Exception {
    OCSPResp response = new OCSPResp(answer.body());
    assertThat(response.getStatus()).isEqualTo(OCSPResp.SUCCESSFUL);
    BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
    assertThat(
            basic.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(pki.ca.certificate())))
        .isTrue();
    return basic;
  }

  @Test
  void severalQuestionsAreAnsweredInTheirOrder() throws Exception {
    byte[] request = asking(pki.ca, GOOD, REVOKED, UNKNOWN).build().getEncoded();
    SingleResp[] answers = signed(responder.post(request, TestPki.NOW)).getResponses();
    assertThat(answers[0].getCertStatus()).isNull();
    RevokedStatus revoked = (RevokedStatus) answers[1].getCertStatus();
    assertThat(revoked.getRevocationReason()).isEqualTo(1);
    assertThat(revoked.getRevocationTime().toInstant()).isEqualTo(TestPki.NOW.minusSeconds(60));
    assertThat(answers[2].getCertStatus()).isInstanceOf(UnknownStatus.class);
    assertThat(answers[0].getThisUpdate().toInstant()).isEqualTo(TestPki.NOW);
    assertThat(answers[0].getNextUpdate().toInstant())
        .isEqualTo(TestPki.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void theResponderIsNamedByItsKeyAndSendsNoCertificate() throws Exception {
    BasicOCSPResp answer =
        signed(responder.post(asking(pki.ca, GOOD).build().getEncoded(), TestPki.NOW));
    assertThat(answer.getResponderId().toASN1Primitive().getKeyHash()).hasSize(20);
    assertThat(answer.getCerts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,0", "16,0", "32,0", "128,0", "0,1", "129,1"})
  void aNonceComesBackUpTo128Octets(int octets, int status) throws Exception {
    byte[] request = asking(pki.ca, GOOD).setRequestExtensions(nonce(octets)).build().getEncoded();
    OcspAnswer answer = responder.post(request, TestPki.NOW);
    assertThat(new OCSPResp(answer.body()).getStatus()).isEqualTo(status);
    if (status == 0) {
      assertThat(signed(answer).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
          .isEqualTo(nonce(octets).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
    }
  }

  @Test
  void questionsAreBounded() throws Exception {
    long[] most = new long[OcspRequestReader.MOST_CERTIFICATES];
    assertThat(error(asking(pki.ca, most).build().getEncoded())).isZero();
    long[] more = new long[OcspRequestReader.MOST_CERTIFICATES + 1];
    assertThat(error(asking(pki.ca, more).build().getEncoded()))
        .isEqualTo(OCSPResp.MALFORMED_REQUEST);
    lookedUp.set(0);
    assertThat(error(new byte[OcspRequestReader.LONGEST + 1]))
        .isEqualTo(OCSPResp.MALFORMED_REQUEST);
    BigInteger endless = BigInteger.ONE.shiftLeft(161);
    byte[] request =
        new OCSPReqBuilder()
            .addRequest(id(pki.ca, OIWObjectIdentifiers.idSHA1, endless))
            .build()
            .getEncoded();
    assertThat(error(request)).isEqualTo(OCSPResp.MALFORMED_REQUEST);
    assertThat(lookedUp).hasValue(0);
  }

  @Test
  void whatIsNoRequestIsMalformed() throws Exception {
    byte[] request = asking(pki.ca, GOOD).build().getEncoded();
    for (int length = 0; length < request.length; length++) {
      assertThat(error(Arrays.copyOf(request, length))).isEqualTo(OCSPResp.MALFORMED_REQUEST);
    }
    assertThat(error(asking(pki.ca).build().getEncoded())).isEqualTo(OCSPResp.MALFORMED_REQUEST);
    Extensions unknown = extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, 1);
    assertThat(error(asking(pki.ca, GOOD).setRequestExtensions(unknown).build().getEncoded()))
        .isEqualTo(OCSPResp.MALFORMED_REQUEST);
  }

  @Test
  void questionsAboutForeignCertificatesCostNoSignatureAndNoLookUp() throws Exception {
    IssuingCa other = new TestPki().ca;
    assertThat(error(asking(other, GOOD).build().getEncoded())).isEqualTo(OCSPResp.UNAUTHORIZED);
    byte[] mixed =
        asking(pki.ca, GOOD)
            .addRequest(id(other, OIWObjectIdentifiers.idSHA1, BigInteger.ONE))
            .build()
            .getEncoded();
    assertThat(error(mixed)).isEqualTo(OCSPResp.UNAUTHORIZED);
    assertThat(lookedUp).hasValue(0);
  }

  @Test
  void onlyTwoHashesAreComputedForAStranger() throws Exception {
    for (var hash :
        new ASN1ObjectIdentifier[] {
          NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha512
        }) {
      byte[] request =
          new OCSPReqBuilder().addRequest(id(pki.ca, hash, BigInteger.ONE)).build().getEncoded();
      int status = new OCSPResp(responder.post(request, TestPki.NOW).body()).getStatus();
      assertThat(status)
          .isEqualTo(hash.equals(NISTObjectIdentifiers.id_sha256) ? 0 : OCSPResp.UNAUTHORIZED);
    }
  }

  @Test
  void aGetIsReadInEveryEncoding() throws Exception {
    byte[] request = asking(pki.ca, GOOD).build().getEncoded();
    String plain = Base64.getEncoder().encodeToString(request);
    String url = Base64.getUrlEncoder().withoutPadding().encodeToString(request);
    for (String path :
        new String[] {plain, url, URLEncoder.encode(plain, StandardCharsets.UTF_8)}) {
      signed(responder.get(path, TestPki.NOW));
    }
    assertThat(OcspGet.decode("+-/_")).contains(new byte[] {(byte) 0xfb, (byte) 0xef, (byte) 0xff});
    for (String foul : new String[] {"%", "%zz", "a b", "\u3042", "A".repeat(40_000)}) {
      assertThat(new OCSPResp(responder.get(foul, TestPki.NOW).body()).getStatus())
          .isEqualTo(OCSPResp.MALFORMED_REQUEST);
    }
  }

  @Test
  void onlyLastingAnswersOfAGetAreCached() throws Exception {
    assertThat(get(asking(pki.ca, GOOD)).cacheControl())
        .isEqualTo("max-age=3600, public, no-transform, must-revalidate");
    assertThat(get(asking(pki.ca, REVOKED)).nextUpdate())
        .contains(TestPki.NOW.plus(OcspResponder.GOOD_FOR));
    assertThat(get(asking(pki.ca, UNKNOWN)).cacheControl()).isEqualTo("no-store");
    assertThat(get(asking(pki.ca, GOOD).setRequestExtensions(nonce(16))).cacheControl())
        .isEqualTo("no-store");
    byte[] request = asking(pki.ca, GOOD).build().getEncoded();
    assertThat(responder.post(request, TestPki.NOW).cacheControl()).isEqualTo("no-store");
    assertThat(get(asking(pki.ca, GOOD)).etag()).matches("\"[0-9a-f]{64}\"");
  }

  private OcspAnswer get(OCSPReqBuilder request) throws Exception {
    return responder.get(
        Base64.getEncoder().encodeToString(request.build().getEncoded()), TestPki.NOW);
  }
}
