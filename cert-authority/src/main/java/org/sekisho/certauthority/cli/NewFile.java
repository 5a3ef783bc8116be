package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that were not there before: nothing of a ceremony is ever overwritten. */
final class NewFile {

  private NewFile() {}

  static void requireAbsent(Path... files) throws Refused {
    for (Path file : files) {
      if (Files.exists(file)) {
        throw new Refused("exists", file);
      }
    }
  }

  static void write(Path file, String text) throws IOException, Refused {
    write(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** For the root's key: readable by its owner only, from the first octet on. */
  static void writePrivate(Path file, byte[] octets) throws IOException, Refused {
    boolean posix =
        file.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, owner);
    } catch (FileAlreadyExistsException there) {
      throw new Refused("exists", file);
    }
    Files.write(file, octets, StandardOpenOption.WRITE);
  }

  private static void write(Path file, byte[] octets) throws IOException, Refused {
    try {
      Files.write(file, octets, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      throw new Refused("exists", file);
    }
  }
}
