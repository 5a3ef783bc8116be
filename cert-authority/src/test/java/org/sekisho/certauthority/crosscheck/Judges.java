package org.sekisho.certauthority.crosscheck;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.certauthority.chain.ChainCheck;
import org.sekisho.certauthority.issuing.IssuingCertificateCheck;
import org.sekisho.certauthority.pem.PemFile;

/** What three judges say about a leaf below an issuing CA below a root. */
final class Judges {

  private Judges() {}

  /** Ours: the issuing CA as it is imported, then the leaf as it is presented. */
  static String ours(X509Certificate root, X509Certificate ca, X509Certificate leaf, Instant now) {
    return new IssuingCertificateCheck(root)
        .check(ca, now)
        .map(problem -> "CA " + problem)
        .orElseGet(
            () -> new ChainCheck(List.of(ca)).check(List.of(leaf), now).verdict().toString());
  }

  /** Java's validator of RFC 5280; lists count where there are any. */
  static boolean java(
      X509Certificate root, List<X509Certificate> path, List<X509CRL> lists, Instant now)
      throws GeneralSecurityException {
    PKIXParameters parameters = parameters(root, now);
    parameters.setRevocationEnabled(!lists.isEmpty());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
    return isValid(path, parameters);
  }

  /** Java's validator with an OCSP answer for the leaf. */
  static boolean javaOcsp(
      X509Certificate root, List<X509Certificate> path, byte[] answer, Instant now)
      throws GeneralSecurityException {
    PKIXRevocationChecker checker =
        (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
    checker.setOptions(
        EnumSet.of(
            PKIXRevocationChecker.Option.ONLY_END_ENTITY,
            PKIXRevocationChecker.Option.NO_FALLBACK));
    checker.setOcspResponses(Map.of(path.get(0), answer));
    PKIXParameters parameters = parameters(root, now);
    parameters.addCertPathChecker(checker);
    return isValid(path, parameters);
  }

  private static PKIXParameters parameters(X509Certificate root, Instant now)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setDate(Date.from(now));
    return parameters;
  }

  private static boolean isValid(List<X509Certificate> path, PKIXParameters parameters)
      throws GeneralSecurityException {
    List<X509Certificate> fresh = new ArrayList<>();
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (X509Certificate certificate : path) {
      fresh.add(
          (X509Certificate)
              factory.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
    }
    try {
      CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(fresh), parameters);
      return true;
    } catch (CertPathValidatorException refused) {
      return false;
    }
  }

  /** OpenSSL, strict and for a TLS client. */
  static boolean openSsl(
      Path folder,
      X509Certificate root,
      List<X509Certificate> path,
      List<X509CRL> lists,
      Instant now)
      throws Exception {
    Path anchor = folder.resolve("root.pem");
    Files.writeString(anchor, PemFile.ofCertificates(List.of(root)));
    Path between = folder.resolve("between.pem");
    Files.writeString(between, PemFile.ofCertificates(path.subList(1, path.size())));
    Path leaf = folder.resolve("leaf.pem");
    Files.writeString(leaf, PemFile.ofCertificates(path.subList(0, 1)));
    List<String> arguments = new ArrayList<>(List.of("verify", "-x509_strict"));
    arguments.addAll(List.of("-purpose", "sslclient", "-attime", "" + now.getEpochSecond()));
    arguments.addAll(List.of("-no-CApath", "-no-CAstore", "-CAfile", anchor.toString()));
    arguments.addAll(List.of("-untrusted", between.toString()));
    if (!lists.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (X509CRL list : lists) {
        text.append(PemFile.ofList(list.getEncoded()));
      }
      Path file = folder.resolve("lists.pem");
      Files.writeString(file, text);
      arguments.addAll(List.of("-crl_check_all", "-CRLfile", file.toString()));
    }
    arguments.add(leaf.toString());
    return OpenSsl.run(folder, arguments.toArray(String[]::new)).done();
  }
}
