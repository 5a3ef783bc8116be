package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.sekisho.certauthority.root.RootFile;

/** Gets the pass phrase from a file or a prompt. An argument would stand in the process list. */
final class Ask {

  private final PassPhrases prompt;
  private final Words words;

  Ask(PassPhrases prompt, Words words) {
    this.prompt = prompt;
    this.words = words;
  }

  /** For a new root: asked twice, and long enough. */
  char[] newPassPhrase(Options options) throws IOException, Refused {
    char[] passPhrase = passPhrase(options);
    if (!RootFile.isGoodPassPhrase(passPhrase)) {
      throw new Refused("passPhraseWeak", RootFile.SHORTEST_PASS_PHRASE);
    }
    if (!options.has("--passphrase-file")
        && !Arrays.equals(passPhrase, prompt.ask(words.text("passPhraseAgain")))) {
      throw new Refused("passPhraseDiffers");
    }
    return passPhrase;
  }

  char[] passPhrase(Options options) throws IOException, Refused {
    Optional<String> file = options.find("--passphrase-file");
    if (file.isPresent()) {
      return Files.readString(Path.of(file.get())).lines().findFirst().orElse("").toCharArray();
    }
    char[] typed = prompt.ask(words.text("passPhrase"));
    if (typed == null) {
      throw new Refused("passPhraseNobody");
    }
    return typed;
  }
}
