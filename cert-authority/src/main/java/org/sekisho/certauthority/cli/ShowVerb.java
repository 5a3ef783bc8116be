package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sekisho.certauthority.pem.PemFile;

/** {@code ca show}: what is in a file, with the fingerprints two people compare. */
final class ShowVerb implements Verb {

  @Override
  public void run(String[] arguments, Context context) throws IOException, Refused, WrongCall {
    PemFile file = Pem.read(Options.of(arguments, Set.of("FILE")).file());
    for (PKCS10CertificationRequest request : file.requests()) {
      Shown.request(request, context);
    }
    for (X509Certificate certificate : file.certificates()) {
      Shown.certificate(certificate, context);
    }
    for (X509CRL list : file.lists()) {
      Shown.list(list, context);
    }
  }
}
