package org.sekisho.loginpolicy.rules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One set of access rules that a tenant has or had. The content of a row never changes. */
@Entity
@Table(name = "SEKISHO_ACCESS_RULES")
public class AccessRulesEntity {

  /** What became of a change. The names are stored: never rename one. */
  public enum State {
    PENDING,
    CONFIRMED,
    REVERTED,
    REPLACED
  }

  @Id
  @Column(name = "ID")
  private String id;

  @Column(name = "REALM_ID")
  private String realmId;

  @Column(name = "CONTENT")
  private String content;

  @Column(name = "AUTHOR_ID")
  private String authorId;

  @Column(name = "AUTHOR_NAME")
  private String authorName;

  @Column(name = "REASON")
  private String reason;

  @Column(name = "CREATED_AT")
  private long createdAt;

  @Column(name = "STATE")
  private String state;

  @Column(name = "DECIDED_AT")
  private Long decidedAt;

  @Column(name = "DECIDED_BY")
  private String decidedBy;

  protected AccessRulesEntity() {}

  AccessRulesEntity(String id, String realmId, String content, Author author, long createdAt) {
    this.id = id;
    this.realmId = realmId;
    this.content = content;
    this.authorId = author.id();
    this.authorName = author.name();
    this.reason = author.reason();
    this.createdAt = createdAt;
    this.state = State.PENDING.name();
  }

  void decide(State outcome, String by, long millis) {
    state = outcome.name();
    decidedBy = by;
    decidedAt = millis;
  }

  public String id() {
    return id;
  }

  String realmId() {
    return realmId;
  }

  public String content() {
    return content;
  }

  public String authorId() {
    return authorId;
  }

  public String authorName() {
    return authorName;
  }

  public String reason() {
    return reason;
  }

  /** In milliseconds since the epoch. */
  public long createdAt() {
    return createdAt;
  }

  public State state() {
    return State.valueOf(state);
  }

  /** In milliseconds since the epoch; null while the change is pending. */
  public Long decidedAt() {
    return decidedAt;
  }

  /** User ID of the person; {@code time} where nobody confirmed in time; null while pending. */
  public String decidedBy() {
    return decidedBy;
  }
}
