package org.sekisho.federation.application;

import java.util.HashMap;
import java.util.Map;

/** Where the value of an attribute comes from: only what a profile holds, and groups. */
enum AttributeSource implements Word {
  USER_ID("userId", Mapper.PROPERTY, "username"),
  EMAIL("email", Mapper.PROPERTY, "email"),
  FIRST_NAME("firstName", Mapper.PROPERTY, "firstName"),
  LAST_NAME("lastName", Mapper.PROPERTY, "lastName"),
  DISPLAY_NAME("displayName", DisplayNameMapper.ID, null),
  YOMI("yomi", Mapper.ATTRIBUTE, "yomi"),
  COMPANY("company", Mapper.ATTRIBUTE, "company"),
  DEPARTMENT("department", Mapper.ATTRIBUTE, "department"),
  TITLE("title", Mapper.ATTRIBUTE, "title"),
  PHONE("phone", Mapper.ATTRIBUTE, "phone"),
  IMMUTABLE_ID("immutableId", Mapper.ATTRIBUTE, "immutableId"),
  GROUPS("groups", Mapper.GROUPS, null);

  /** Keycloak's mappers. */
  private static final class Mapper {
    static final String PROPERTY = "saml-user-property-mapper";
    static final String ATTRIBUTE = "saml-user-attribute-mapper";
    static final String GROUPS = "saml-group-membership-mapper";
  }

  private static final String USER_ATTRIBUTE = "user.attribute";

  private final String word;
  final String mapper;
  private final String userAttribute;

  AttributeSource(String word, String mapper, String userAttribute) {
    this.word = word;
    this.mapper = mapper;
    this.userAttribute = userAttribute;
  }

  @Override
  public String word() {
    return word;
  }

  /** What the mapper needs besides the attribute's name. */
  Map<String, String> config() {
    Map<String, String> config = new HashMap<>();
    if (userAttribute != null) {
      config.put(USER_ATTRIBUTE, userAttribute);
    }
    if (this == GROUPS) {
      // One attribute with all values: strict applications refuse the same name twice.
      config.put("single", "true");
      config.put("full.path", "false");
    }
    return config;
  }

  boolean matches(String mapperId, Map<String, String> config) {
    return mapper.equals(mapperId)
        && (userAttribute == null || userAttribute.equals(config.get(USER_ATTRIBUTE)));
  }
}
