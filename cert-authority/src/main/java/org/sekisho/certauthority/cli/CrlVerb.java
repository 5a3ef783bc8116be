package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.revocation.RevocationReason;
import org.sekisho.certauthority.root.CeremonyException;
import org.sekisho.certauthority.root.RootList;

/** {@code ca crl}: the root's own list, the way to retire an issuing CA. */
final class CrlVerb implements Verb {

  private static final Set<String> OPTIONS =
      Set.of(
          "--root", "--out", "--revoke", "--reason", "--previous", "--first", "--passphrase-file");

  private static final Map<String, RevocationReason> REASONS =
      Map.of(
          "cessationOfOperation", RevocationReason.CESSATION_OF_OPERATION,
          "cACompromise", RevocationReason.CA_COMPROMISE,
          "superseded", RevocationReason.SUPERSEDED,
          "affiliationChanged", RevocationReason.AFFILIATION_CHANGED);

  @Override
  public void run(String[] arguments, Context context)
      throws IOException, CeremonyException, Refused, WrongCall {
    Options options = Options.of(arguments, OPTIONS);
    Path out = options.requiredPath("--out");
    RevocationReason reason = REASONS.get(options.find("--reason").orElse("cessationOfOperation"));
    if (reason == null) {
      throw new WrongCall("--reason");
    }
    // Without the last list, what it revoked would come back to life; so that is said, not assumed.
    if (options.has("--first") == options.has("--previous")) {
      throw new WrongCall("--previous | --first");
    }
    NewFile.requireAbsent(out);
    Optional<X509CRL> previous = previous(options);
    List<X509Certificate> revoked = List.of();
    if (options.has("--revoke")) {
      revoked = Pem.read(options.requiredPath("--revoke")).certificates();
    }
    byte[] list =
        new RootList(context.root(options)).next(previous, revoked, reason, context.now());
    NewFile.write(out, PemFile.ofList(list));
    context.say("listed", out);
    Shown.list(Pem.read(out).lists().get(0), context);
  }

  private static Optional<X509CRL> previous(Options options)
      throws IOException, Refused, WrongCall {
    if (options.has("--first")) {
      return Optional.empty();
    }
    Path file = options.requiredPath("--previous");
    List<X509CRL> lists = Pem.read(file).lists();
    if (lists.size() != 1) {
      throw new Refused("notPem", file);
    }
    return Optional.of(lists.get(0));
  }
}
