package org.sekisho.certauthority.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.TestSigner;
import org.sekisho.certauthority.pem.PemFile;

class RequestAdmissionTest {

  private static final KeyPair EC = TestPki.ec("secp256r1");
  private static final BigInteger MODULUS =
      ((java.security.interfaces.RSAPublicKey) TestPki.rsa(2048).getPublic()).getModulus();

  private final RequestAdmission admission = new RequestAdmission(key -> false);

  private Object admit(byte[] octets) {
    return admit(octets, LeafLife.DEFAULT);
  }

  private Object admit(byte[] octets, Duration life) {
    Admission result = admission.admit(octets, life);
    return result instanceof Admission.Refused refused ? refused.reason() : result;
  }

  private static byte[] request(KeyPair pair) {
    return TestPki.encoded(TestPki.request(pair, "CN=anything"));
  }

  /** A request for a key nobody has; its signature is that of another. */
  private static byte[] unsigned(SubjectPublicKeyInfo key) {
    return TestPki.encoded(
        new PKCS10CertificationRequestBuilder(new X500Name("CN=x"), key).build(TestSigner.of(EC)));
  }

  private static SubjectPublicKeyInfo rsa(BigInteger modulus, long exponent) {
    return key(
        PKCSObjectIdentifiers.rsaEncryption,
        new RSAPublicKey(modulus, BigInteger.valueOf(exponent)));
  }

  private static SubjectPublicKeyInfo key(ASN1ObjectIdentifier type, RSAPublicKey key) {
    try {
      return new SubjectPublicKeyInfo(new AlgorithmIdentifier(type), key);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1"})
  void curvesThatAreTaken(String curve) {
    assertThat(admit(request(TestPki.ec(curve)))).isInstanceOf(Admission.Admitted.class);
  }

  @ParameterizedTest
  @CsvSource({"2048", "4096"})
  void rsaSizesThatAreTaken(int bits) {
    assertThat(admit(request(TestPki.rsa(bits)))).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void pemAndDerAreTakenAlsoUnderTheNameWindowsGives() {
    String pem = PemFile.ofRequests(List.of(TestPki.request(EC, "CN=x")));
    assertThat(admit(pem.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(Admission.Admitted.class);
    String windows = pem.replace("CERTIFICATE REQ", "NEW CERTIFICATE REQ").replace("\n", "\r\n");
    assertThat(admit(windows.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void otherKeyTypesAreRefused() throws Exception {
    assertThat(admit(request(TestPki.ec("secp521r1")))).isEqualTo(RequestRefusal.KEY_TYPE_REFUSED);
    KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(admit(request(edwards))).isEqualTo(RequestRefusal.KEY_TYPE_REFUSED);
    ASN1ObjectIdentifier p192 = X9ObjectIdentifiers.prime192v1;
    SubjectPublicKeyInfo small =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, p192), new byte[49]);
    assertThat(admit(unsigned(small))).isEqualTo(RequestRefusal.KEY_TYPE_REFUSED);
  }

  @Test
  void aCompressedPointIsRefusedSoThatAKeyHasOneEncoding() {
    byte[] point =
        SubjectPublicKeyInfo.getInstance(EC.getPublic().getEncoded())
            .getPublicKeyData()
            .getOctets();
    byte[] compressed = Arrays.copyOf(point, 33);
    compressed[0] = (byte) (2 + (point[64] & 1));
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(EC.getPublic().getEncoded());
    assertThat(admit(unsigned(new SubjectPublicKeyInfo(key.getAlgorithm(), compressed))))
        .isEqualTo(RequestRefusal.KEY_TYPE_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"1024", "2047", "4097", "16384"})
  void rsaSizesThatAreRefused(int bits) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    assertThat(admit(unsigned(rsa(modulus, 65_537)))).isEqualTo(RequestRefusal.KEY_SIZE_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 65_536, 0x1_0000_0001L})
  void exponentsThatAreRefused(long exponent) {
    assertThat(admit(unsigned(rsa(MODULUS, exponent)))).isEqualTo(RequestRefusal.KEY_WEAK);
  }

  @Test
  void aModulusThatIsEasilyFactoredIsRefused() {
    BigInteger three = BigInteger.valueOf(3);
    BigInteger multiple = BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE);
    while (multiple.mod(three).signum() != 0 || !multiple.testBit(0)) {
      multiple = multiple.add(BigInteger.TWO);
    }
    assertThat(admit(unsigned(rsa(multiple, 65_537)))).isEqualTo(RequestRefusal.KEY_WEAK);
  }

  @Test
  void aModulusOfAChipThatMadeFoulOnesIsRefused() {
    assertThat(admit(unsigned(rsa(RocaFingerprintTest.foulModulus(), 65_537))))
        .isEqualTo(RequestRefusal.KEY_WEAK);
  }

  @Test
  void aPointBesideItsCurveIsRefused() {
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(EC.getPublic().getEncoded());
    byte[] point = key.getPublicKeyData().getOctets();
    point[64] ^= 1;
    assertThat(admit(unsigned(new SubjectPublicKeyInfo(key.getAlgorithm(), point))))
        .isEqualTo(RequestRefusal.KEY_WEAK);
  }

  @Test
  void whoCannotSignWithTheKeyGetsNothing() {
    SubjectPublicKeyInfo other =
        SubjectPublicKeyInfo.getInstance(TestPki.ec("secp256r1").getPublic().getEncoded());
    assertThat(admit(unsigned(other))).isEqualTo(RequestRefusal.POSSESSION_NOT_PROVEN);
  }

  @Test
  void aSignatureWithSha1ProvesNothing() {
    KeyPair pair = TestPki.rsa(2048);
    byte[] request =
        TestPki.encoded(
            new PKCS10CertificationRequestBuilder(
                    new X500Name("CN=x"),
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                .build(TestSigner.of(pair, "SHA1withRSA")));
    assertThat(admit(request)).isEqualTo(RequestRefusal.POSSESSION_NOT_PROVEN);
  }

  @Test
  void aRegisteredKeyIsKnownAgainAlsoInAnotherEncoding() throws Exception {
    KeyPair pair = TestPki.rsa(2048);
    String known = TestPki.admitted(pair).sha256();
    RequestAdmission strict = new RequestAdmission(Set.of(known)::contains);
    Admission refused = new Admission.Refused(RequestRefusal.KEY_ALREADY_REGISTERED);
    assertThat(strict.admit(request(pair), LeafLife.DEFAULT)).isEqualTo(refused);
    // The parameters of rsaEncryption are NULL; some leave them out.
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    SubjectPublicKeyInfo without =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), key.parsePublicKey());
    byte[] request =
        TestPki.encoded(
            new PKCS10CertificationRequestBuilder(new X500Name("CN=x"), without)
                .build(TestSigner.of(pair)));
    assertThat(strict.admit(request, LeafLife.DEFAULT)).isEqualTo(refused);
  }

  @Test
  void whetherAKeyIsRegisteredIsToldToItsOwnerOnly() {
    SubjectPublicKeyInfo other =
        SubjectPublicKeyInfo.getInstance(TestPki.ec("secp256r1").getPublic().getEncoded());
    assertThat(new RequestAdmission(key -> true).admit(unsigned(other), LeafLife.DEFAULT))
        .isEqualTo(new Admission.Refused(RequestRefusal.POSSESSION_NOT_PROVEN));
  }

  @ParameterizedTest
  @CsvSource({"29,false", "30,true", "397,true", "1096,true", "1097,false", "-1,false"})
  void theLifeIsBounded(int days, boolean allowed) {
    Object result = admit(request(EC), Duration.ofDays(days));
    assertThat(result instanceof Admission.Admitted).isEqualTo(allowed);
    if (!allowed) {
      assertThat(result).isEqualTo(RequestRefusal.VALIDITY_OUT_OF_RANGE);
    }
  }

  @Test
  void theSizeIsBounded() {
    assertThat(admit(new byte[16 * 1024 + 1])).isEqualTo(RequestRefusal.TOO_LARGE);
    assertThat(admit(new byte[16 * 1024])).isEqualTo(RequestRefusal.MALFORMED);
  }

  @Test
  void whatIsNoRequestIsMalformed() {
    byte[] whole = request(EC);
    for (int length = 0; length < whole.length; length++) {
      assertThat(admit(Arrays.copyOf(whole, length))).isEqualTo(RequestRefusal.MALFORMED);
    }
    assertThat(admit(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(RequestRefusal.MALFORMED);
    String twice =
        PemFile.ofRequests(List.of(TestPki.request(EC, "CN=x"), TestPki.request(EC, "CN=y")));
    assertThat(admit(twice.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(RequestRefusal.MALFORMED);
  }

  @Test
  void noChangedOctetMakesItFailOtherwiseThanByRefusal() {
    byte[] whole = request(EC);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x55;
      assertThat(admit(changed)).isInstanceOf(RequestRefusal.class);
    }
  }
}
