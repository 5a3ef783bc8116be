package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.root.Ceremony;
import org.sekisho.certauthority.root.CeremonyException;

/** {@code ca sign}: certifies the issuing CAs that are asked for. */
final class SignVerb implements Verb {

  private static final Set<String> OPTIONS =
      Set.of("--root", "--requests", "--out", "--crl-url", "--passphrase-file");

  @Override
  public void run(String[] arguments, Context context)
      throws IOException, CeremonyException, Refused, WrongCall {
    Options options = Options.of(arguments, OPTIONS);
    Path out = options.requiredPath("--out");
    Optional<URI> crl = crlAddress(options);
    Path file = options.requiredPath("--requests");
    NewFile.requireAbsent(out);
    List<PKCS10CertificationRequest> requests = Pem.read(file).requests();
    if (requests.isEmpty()) {
      throw new Refused("noRequests", file);
    }
    Ceremony ceremony = new Ceremony(context.root(options), context.serials(), context.now());
    List<X509Certificate> issued = ceremony.certify(requests, crl, context.now());
    NewFile.write(out, PemFile.ofCertificates(issued));
    context.say("signed", issued.size(), out);
    for (X509Certificate certificate : issued) {
      Shown.certificate(certificate, context);
    }
  }

  private static Optional<URI> crlAddress(Options options) throws WrongCall {
    Optional<String> address = options.find("--crl-url");
    if (address.isPresent() && !address.get().matches("https?://[!-~]+")) {
      throw new WrongCall("--crl-url");
    }
    return address.map(URI::create);
  }
}
