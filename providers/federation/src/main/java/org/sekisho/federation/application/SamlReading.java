package org.sekisho.federation.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.core.Faults;

/**
 * Makes settings of a wish and the metadata, and names every fault. Pure.
 *
 * @param metadata null where the administrator gave none
 * @param otherwise the formats of NameID and so on where neither says anything
 */
record SamlReading(
    SamlRequest wish,
    SpMetadata metadata,
    SamlDefaults otherwise,
    RelyingPartyUrl urls,
    long now,
    Faults faults) {

  private static final int MOST_ACS = 20;
  private static final int MOST_ATTRIBUTES = 30;
  private static final Pattern ENTITY_ID = Pattern.compile("[!-~&&[^<>\"*]]{1,255}");
  private static final Pattern URL_NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[!-~&&[^<>\"&]]{1,200}");
  private static final Pattern RELAY_STATE = Pattern.compile("[ -~&&[^<>\"]]{1,1000}");
  private static final Set<String> NAME_FORMATS = Set.of("basic", "uri", "unspecified");

  SamlSettings settings() {
    SamlCertificates certificates = new SamlCertificates(wish, metadata, now, faults);
    boolean signed = requestsSigned();
    List<String> signing = certificates.signing(signed);
    Optional<String> encrypting = certificates.encryption();
    EncryptionProfile profile = encryption(encrypting);
    String logoutUrl = first(wish.logoutUrl(), metadata == null ? null : metadata.logoutUrl());
    NameIdFormat format = nameIdFormat();
    return new SamlSettings(
        entityId(),
        acs(),
        checkedLogout(logoutUrl),
        logoutUrl == null ? null : logoutBinding(),
        format.word(),
        nameIdSource(format).word(),
        attributes(),
        sign(logoutUrl).word(),
        word("saml.signatureAlgorithm", SignatureChoice.class, wish.signatureAlgorithm())
            .orElse(SignatureChoice.RSA_SHA256)
            .word(),
        signed,
        signing,
        profile.word(),
        encrypting.orElse(null),
        matching("saml.idpInitiated", wish.idpInitiated(), URL_NAME, "1 to 40 of a-z, 0-9 and -"),
        matching("saml.relayState", wish.relayState(), RELAY_STATE, "at most 1000 characters"),
        metadata == null ? null : metadata.validUntil(),
        metadata == null ? null : metadata.wantsAssertionsSigned().orElse(null));
  }

  private static String first(String wished, String told) {
    return wished == null || wished.isBlank() ? told : wished.strip();
  }

  private String entityId() {
    String entityId = first(wish.entityId(), metadata == null ? null : metadata.entityId());
    boolean usable = entityId != null && ENTITY_ID.matcher(entityId).matches();
    faults.require("saml.entityId", usable, "must be 1 to 255 characters without spaces and < > *");
    faults.require(
        "saml.entityId",
        metadata == null || metadata.entityId().equals(entityId),
        "is another one than that of the metadata");
    return entityId;
  }

  private List<String> acs() {
    List<String> told = metadata == null ? List.of() : metadata.acs();
    List<String> acs = wish.acs() == null || wish.acs().isEmpty() ? told : wish.acs();
    faults.require(
        "saml.acs", !acs.isEmpty() && acs.size() <= MOST_ACS, "must be 1 to 20 addresses");
    for (String url : acs) {
      urls.fault(url).ifPresent(fault -> faults.add("saml.acs", url + ": " + fault));
    }
    return acs.stream().distinct().toList();
  }

  private String checkedLogout(String url) {
    if (url != null) {
      urls.fault(url).ifPresent(fault -> faults.add("saml.logoutUrl", fault));
    }
    return url;
  }

  private String logoutBinding() {
    boolean ofMetadata = metadata != null && metadata.logoutUrl() != null;
    String binding = first(wish.logoutBinding(), ofMetadata ? metadata.logoutBinding() : "post");
    faults.require(
        "saml.logoutBinding",
        Set.of("post", "redirect").contains(binding),
        "must be post or redirect");
    return binding;
  }

  private NameIdFormat nameIdFormat() {
    if (wish.nameIdFormat() != null) {
      return word("saml.nameIdFormat", NameIdFormat.class, wish.nameIdFormat())
          .orElse(NameIdFormat.PERSISTENT);
    }
    return metadata == null || metadata.nameIdFormats().isEmpty()
        ? otherwise.nameIdFormat()
        : metadata.nameIdFormats().get(0);
  }

  private NameIdSource nameIdSource(NameIdFormat format) {
    NameIdSource source =
        wish.nameIdSource() == null
            ? otherwise.sourceFor(format)
            : word("saml.nameIdSource", NameIdSource.class, wish.nameIdSource())
                .orElse(NameIdSource.USER_ID);
    faults.require(
        "saml.nameIdSource", format.admits(source), "does not fit the format " + format.word());
    return source;
  }

  /** Keycloak signs messages of a sign-out where it signs responses, and only there. */
  private Signed sign(String logoutUrl) {
    Signed sign = word("saml.sign", Signed.class, wish.sign()).orElse(Signed.BOTH);
    faults.require(
        "saml.sign",
        logoutUrl == null || sign.response,
        "must be both or response where there is a logout address: sign-outs are signed");
    return sign;
  }

  /** Whoever says nothing is asked: taking unsigned requests must be somebody's decision. */
  private boolean requestsSigned() {
    Optional<Boolean> told = metadata == null ? Optional.empty() : metadata.requestsSigned();
    Boolean signed = wish.requestsSigned() == null ? told.orElse(null) : wish.requestsSigned();
    faults.require("saml.requestsSigned", signed != null, "must be true or false");
    return signed != null && signed;
  }

  private EncryptionProfile encryption(Optional<String> certificate) {
    EncryptionProfile profile =
        wish.encryption() == null
            ? certificate.map(any -> EncryptionProfile.COMPATIBLE).orElse(EncryptionProfile.NONE)
            : word("saml.encryption", EncryptionProfile.class, wish.encryption())
                .orElse(EncryptionProfile.NONE);
    faults.require(
        "saml.encryptionCertificate",
        profile == EncryptionProfile.NONE || certificate.isPresent(),
        "is needed for encryption");
    return profile;
  }

  private List<AttributeEntry> attributes() {
    List<AttributeEntry> wished = wish.attributes() == null ? List.of() : wish.attributes();
    faults.require(
        "saml.attributes", wished.size() <= MOST_ATTRIBUTES, "must be at most 30 attributes");
    List<AttributeEntry> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (AttributeEntry entry : wished) {
      boolean usable =
          entry != null
              && entry.name() != null
              && ATTRIBUTE_NAME.matcher(entry.name()).matches()
              && names.add(entry.name())
              && Word.parse(AttributeSource.class, entry.source()).isPresent()
              && (entry.format() == null || NAME_FORMATS.contains(entry.format()));
      faults.require(
          "saml.attributes",
          usable,
          "each must have a name of its own, a source (%s) and a format (basic, uri, unspecified)"
              .formatted(Word.all(AttributeSource.class)));
      if (usable) {
        read.add(
            new AttributeEntry(
                entry.name(), entry.source(), entry.format() == null ? "basic" : entry.format()));
      }
    }
    return List.copyOf(read);
  }

  private <E extends Enum<E> & Word> Optional<E> word(String member, Class<E> type, String word) {
    if (word == null) {
      return Optional.empty();
    }
    Optional<E> parsed = Word.parse(type, word);
    faults.require(member, parsed.isPresent(), "must be one of " + Word.all(type));
    return parsed;
  }

  private String matching(String member, String text, Pattern pattern, String rule) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    faults.require(member, pattern.matcher(text).matches(), "must be " + rule);
    return text;
  }
}
