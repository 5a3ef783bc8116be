package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.root.RootCa;
import org.sekisho.certauthority.root.RootFile;

/** {@code ca root}: makes the root. */
final class RootVerb implements Verb {

  private static final Set<String> OPTIONS =
      Set.of("--out", "--cert", "--name", "--passphrase-file");

  @Override
  public void run(String[] arguments, Context context) throws IOException, Refused, WrongCall {
    Options options = Options.of(arguments, OPTIONS);
    Path keyFile = options.requiredPath("--out");
    Path certificateFile = options.requiredPath("--cert");
    String name = options.required("--name");
    NewFile.requireAbsent(keyFile, certificateFile);
    char[] passPhrase = context.ask().newPassPhrase(options);
    RootCa root;
    try {
      root = RootCa.create(name, context.serials(), context.now());
    } catch (IllegalArgumentException badName) {
      throw new WrongCall("--name");
    }
    NewFile.writePrivate(keyFile, RootFile.write(root, passPhrase));
    NewFile.write(certificateFile, PemFile.ofCertificates(List.of(root.certificate())));
    context.say("rootMade", keyFile, certificateFile);
    Shown.certificate(root.certificate(), context);
  }
}
