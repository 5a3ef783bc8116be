package org.sekisho.certauthority.pem;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** What a PEM text holds (RFC 7468): requests, certificates and revocation lists, in its order. */
public record PemFile(
    List<PKCS10CertificationRequest> requests,
    List<X509Certificate> certificates,
    List<X509CRL> lists) {

  public PemFile {
    requests = List.copyOf(requests);
    certificates = List.copyOf(certificates);
    lists = List.copyOf(lists);
  }

  /** Throws {@link IOException} where something in it is cut off or of another kind. */
  public static PemFile read(String text) throws IOException {
    List<PKCS10CertificationRequest> requests = new ArrayList<>();
    List<X509Certificate> certificates = new ArrayList<>();
    List<X509CRL> lists = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (next instanceof PKCS10CertificationRequest request) {
          requests.add(request);
        } else if (next instanceof X509CertificateHolder certificate) {
          certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
        } else if (next instanceof X509CRLHolder list) {
          lists.add(new JcaX509CRLConverter().getCRL(list));
        } else {
          throw new IOException("PEM: " + next.getClass().getSimpleName());
        }
      }
    } catch (CertificateException | CRLException | RuntimeException malformed) {
      throw new IOException(malformed.getMessage(), malformed);
    }
    return new PemFile(requests, certificates, lists);
  }

  public static String ofCertificates(List<X509Certificate> certificates) {
    return text("CERTIFICATE", certificates, PemFile::encoded);
  }

  public static String ofRequests(List<PKCS10CertificationRequest> requests) {
    return text("CERTIFICATE REQUEST", requests, PemFile::encoded);
  }

  /** From the octets of a list, as a CRL distribution point serves them. */
  public static String ofList(byte[] list) {
    return text("X509 CRL", List.of(list), octets -> octets);
  }

  private static <T> String text(String type, List<T> contents, Function<T, byte[]> encoding) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      for (T content : contents) {
        writer.writeObject(new PemObject(type, encoding.apply(content)));
      }
    } catch (IOException cannotHappenInMemory) {
      throw new UncheckedIOException(cannotHappenInMemory);
    }
    return text.toString();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException unencodable) {
      throw new UncheckedIOException(new IOException(unencodable));
    }
  }

  private static byte[] encoded(PKCS10CertificationRequest request) {
    try {
      return request.getEncoded();
    } catch (IOException unencodable) {
      throw new UncheckedIOException(unencodable);
    }
  }
}
