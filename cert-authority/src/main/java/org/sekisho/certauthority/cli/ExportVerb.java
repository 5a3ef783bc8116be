package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.keystore.CaKeyException;
import org.sekisho.certauthority.keystore.KeyEncryptionKeys;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;
import org.sekisho.certauthority.root.KeyFile;

/** {@code ca export}: puts an issuing CA into a file, for a tenant that leaves with it. */
final class ExportVerb implements Verb {

  private static final Set<String> OPTIONS =
      Set.of("--row", "--keys", "--cert", "--out", "--passphrase-file");

  @Override
  public void run(String[] arguments, Context context) throws IOException, Refused, WrongCall {
    Options options = Options.of(arguments, OPTIONS);
    Path out = options.requiredPath("--out");
    Path row = options.requiredPath("--row");
    Path keys = options.requiredPath("--keys");
    X509Certificate certificate = certificate(options.requiredPath("--cert"));
    NewFile.requireAbsent(out);
    Row read = row(row);
    if (!Arrays.equals(certificate.getPublicKey().getEncoded(), read.key().publicKey())) {
      throw new Refused("certificateOfAnotherKey", options.required("--cert"));
    }
    WrappedKeyStore store = store(keys);
    char[] passPhrase = context.ask().newPassPhrase(options);
    try {
      NewFile.writePrivate(
          out,
          KeyFile.write(
              certificate,
              store.takeOut(read.generation(), read.key()),
              read.generation().tenant(),
              passPhrase));
    } catch (CaKeyException refused) {
      throw new Refused("keyNotOpened", refused.reason());
    }
    context.say("exported", read.generation(), out);
    Shown.certificate(certificate, context);
  }

  /** An issuing CA as its row in the database tells it. */
  private record Row(Generation generation, StoredKey key) {}

  private static Row row(Path file) throws IOException, Refused {
    String[] parts = line(file).split("\\|", -1);
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      return new Row(
          new Generation(parts[0], Integer.parseInt(parts[1])),
          new StoredKey(parts[2], base64.decode(parts[3]), base64.decode(parts[4])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
      throw new Refused("rowMalformed", file);
    }
  }

  private static WrappedKeyStore store(Path file) throws IOException, Refused {
    try {
      return new WrappedKeyStore(KeyEncryptionKeys.parse(line(file)), new SecureRandom());
    } catch (IllegalArgumentException malformed) {
      throw new Refused("keysMalformed", file);
    }
  }

  private static String line(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII).lines().findFirst().orElse("").strip();
  }

  private static X509Certificate certificate(Path file) throws IOException, Refused {
    List<X509Certificate> certificates = Pem.read(file).certificates();
    if (certificates.size() != 1) {
      throw new Refused("notPem", file);
    }
    return certificates.get(0);
  }
}
