package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sekisho.certauthority.revocation.RevokedCertificate;

/** OpenSSL's side: a configuration with the same extensions, and the commands. */
final class CaOpenSsl {

  private static final String CONFIGURATION =
      """
      [ca]
      default_ca = own
      [own]
      database = %s
      new_certs_dir = .
      certificate = ca.pem
      private_key = ca.key
      serial = serial
      crlnumber = crlnumber
      default_md = sha256
      default_days = 397
      default_crl_days = 7
      policy = any
      unique_subject = no
      x509_extensions = leaf
      crl_extensions = list
      [any]
      commonName = supplied
      organizationName = optional
      [leaf]
      basicConstraints = critical, CA:FALSE
      keyUsage = critical, digitalSignature
      extendedKeyUsage = clientAuth
      subjectKeyIdentifier = hash
      authorityKeyIdentifier = keyid
      subjectAltName = URI:urn:uuid:6f1c1f0a-2b58-4a0e-9c6d-0d5f3a3c7b11
      crlDistributionPoints = URI:http://pki.example.jp/crl/agency-1/1.crl
      authorityInfoAccess = OCSP;URI:http://pki.example.jp/ocsp/agency-1/1, \
      caIssuers;URI:http://pki.example.jp/ca/agency-1/1.cer
      [list]
      authorityKeyIdentifier = keyid
      """;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final OpenSslCommand command;
  private final CaMaterial material;

  CaOpenSsl(Path folder, CaMaterial material) throws IOException {
    this.folder = folder;
    this.material = material;
    this.command = new OpenSslCommand(folder);
    write("issue.cnf", CONFIGURATION.formatted("issued.txt"));
    write("list.cnf", CONFIGURATION.formatted("revoked.txt"));
    write("crlnumber", "01\n");
    write("revoked.txt", index(material.revoked));
    write("known.txt", index(material.revoked.subList(0, 1)) + good());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardCharsets.US_ASCII);
  }

  private static String index(List<RevokedCertificate> revoked) {
    StringBuilder rows = new StringBuilder();
    for (RevokedCertificate entry : revoked) {
      rows.append("R\t").append(DATE.format(entry.notAfter())).append('\t');
      rows.append(DATE.format(entry.revokedAt())).append(",superseded\t");
      rows.append(hex(entry.serial().toString(16))).append("\tunknown\t/CN=x\n");
    }
    return rows.toString();
  }

  private String good() {
    String end = DATE.format(material.revoked.get(0).notAfter());
    return "V\t" + end + "\t\t" + hex(material.good().toString(16)) + "\tunknown\t/CN=y\n";
  }

  private static String hex(String digits) {
    return (digits.length() % 2 == 0 ? digits : "0" + digits).toUpperCase(Locale.ROOT);
  }

  /** A fresh database, not measured. */
  void clear() throws IOException {
    write("issued.txt", "");
    write("serial", "1000\n");
  }

  void issueEachInAProcess(int count) {
    for (int i = 0; i < count; i++) {
      command.run(
          List.of(
              "ca",
              "-config",
              "issue.cnf",
              "-batch",
              "-notext",
              "-in",
              i + ".csr",
              "-out",
              "leaf.pem"));
    }
  }

  void issueAllInOneProcess(int count) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "ca",
                "-config",
                "issue.cnf",
                "-batch",
                "-notext",
                "-out",
                "leaves.pem",
                "-infiles"));
    for (int i = 0; i < count; i++) {
      arguments.add(i + ".csr");
    }
    command.run(arguments);
  }

  void list() {
    command.run(List.of("ca", "-config", "list.cnf", "-gencrl", "-out", "list.pem"));
  }

  void answerEachInAProcess(int count) {
    for (int i = 0; i < count; i++) {
      command.run(responder(List.of("-reqin", "request.der", "-respout", "answer.der")));
    }
  }

  /** The responder as a server; the caller ends it. */
  Process serve(int port) throws IOException {
    return command.start(responder(List.of("-port", Integer.toString(port))));
  }

  private static List<String> responder(List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "ocsp",
                "-index",
                "known.txt",
                "-CA",
                "ca.pem",
                "-rsigner",
                "ca.pem",
                "-rkey",
                "ca.key",
                "-resp_key_id",
                "-resp_no_certs",
                "-rmd",
                "sha256",
                "-ndays",
                "1"));
    arguments.addAll(more);
    return arguments;
  }
}
