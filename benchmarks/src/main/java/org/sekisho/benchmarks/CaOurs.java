package org.sekisho.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.UUID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sekisho.certauthority.leaf.DeviceName;
import org.sekisho.certauthority.leaf.LeafIssuer;
import org.sekisho.certauthority.leaf.PublicationAddresses;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.LeafLife;
import org.sekisho.certauthority.request.RequestAdmission;
import org.sekisho.certauthority.revocation.crl.RevocationList;
import org.sekisho.certauthority.revocation.ocsp.CertificateStatus;
import org.sekisho.certauthority.revocation.ocsp.OcspResponder;

/** Sekisho's side, in one thread of this process. */
final class CaOurs {

  private static final UUID DEVICE = UUID.fromString("6f1c1f0a-2b58-4a0e-9c6d-0d5f3a3c7b11");

  private final CaMaterial material;
  private final RequestAdmission admission = new RequestAdmission(key -> false);
  private final LeafIssuer issuer;
  private final OcspResponder responder;
  private final byte[] question;

  CaOurs(Path folder, CaMaterial material) throws IOException {
    this.material = material;
    this.issuer =
        new LeafIssuer(
            material.ca,
            new PublicationAddresses(URI.create("http://pki.example.jp"), material.ca.generation()),
            material.serials());
    this.responder = new OcspResponder(material.ca, this::status);
    this.question = question();
    Files.write(folder.resolve("request.der"), question);
  }

  private CertificateStatus status(BigInteger serial) {
    return serial.equals(material.good())
        ? new CertificateStatus.Good()
        : new CertificateStatus.Unknown();
  }

  private byte[] question() throws IOException {
    try {
      CertificateID certificate =
          new CertificateID(
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
              new JcaX509CertificateHolder(material.ca.certificate()),
              material.good());
      return new OCSPReqBuilder().addRequest(certificate).build().getEncoded();
    } catch (CertificateEncodingException | OCSPException | OperatorCreationException broken) {
      throw new BenchmarkException("the request of the measurement", broken);
    }
  }

  byte[] request() {
    return question.clone();
  }

  /** Reads and judges each request, then issues. */
  void issue() {
    DeviceName name = new DeviceName(DEVICE, "PC", "agency-1");
    for (byte[] request : material.requests) {
      Admission judged = admission.admit(request, LeafLife.DEFAULT);
      if (!(judged instanceof Admission.Admitted admitted)) {
        throw new BenchmarkException("a request was refused: " + judged);
      }
      issuer.issue(name, admitted.key(), Instant.now());
    }
  }

  void list() {
    RevocationList.of(material.ca, BigInteger.ONE, material.revoked, Instant.now());
  }

  void answer(int count) {
    for (int i = 0; i < count; i++) {
      responder.post(question, Instant.now());
    }
  }

  /** Java's own little server in front of the responder, one thread as OpenSSL's has. */
  HttpServer serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer =
              responder.post(exchange.getRequestBody().readAllBytes(), Instant.now()).body();
          exchange.getResponseHeaders().set("Connection", "close");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
