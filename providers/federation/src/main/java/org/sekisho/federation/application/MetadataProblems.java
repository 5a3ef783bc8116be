package org.sekisho.federation.application;

import org.sekisho.core.Problem;
import org.sekisho.federation.application.SpMetadata.Fault;
import org.sekisho.federation.application.SpMetadata.RefusedException;

/** Reads metadata for a call, and says in a problem why it is not taken. */
final class MetadataProblems {

  private MetadataProblems() {}

  /** Null where there is no metadata. */
  static SpMetadata read(String xml, String signer, long now) {
    if (signer != null && !signer.isBlank() && !SpMetadataSignature.isFingerprint(signer)) {
      throw Problem.of(
              "request-invalid",
              400,
              "Metadata not read",
              "The signer must be a SHA-256 fingerprint of 64 hexadecimal digits.")
          .toException();
    }
    if (xml == null || xml.isBlank()) {
      return null;
    }
    try {
      return SpMetadataReader.read(xml, signer == null || signer.isBlank() ? null : signer, now);
    } catch (RefusedException refused) {
      throw Problem.of("metadata-refused", 400, "Metadata not taken", detail(refused.fault()))
          .with("reason", refused.fault().name())
          .toException();
    }
  }

  private static String detail(Fault fault) {
    return switch (fault) {
      case TOO_LARGE -> "It is larger than 256 kB.";
      case NOT_XML -> "It is no well-formed XML.";
      case DOCUMENT_TYPE -> "It has a document type, which is not read.";
      case NO_ENTITY_DESCRIPTOR -> "It is not one EntityDescriptor with an entityID.";
      case NO_SERVICE_PROVIDER -> "It describes no service provider.";
      case NO_POST_BINDING -> "It has no assertion consumer service with the binding HTTP-POST.";
      case CERTIFICATE_UNREADABLE -> "It has a certificate that cannot be read.";
      case TIME_UNREADABLE -> "Its validUntil is no time.";
      case EXPIRED -> "It is past its validUntil. Ask the other side for a new one.";
      case SIGNATURE_MISSING -> "It is not signed.";
      case SIGNER_DIFFERS -> "It is signed with another certificate than the one named.";
      case SIGNATURE_INVALID -> "Its signature is not valid.";
    };
  }
}
