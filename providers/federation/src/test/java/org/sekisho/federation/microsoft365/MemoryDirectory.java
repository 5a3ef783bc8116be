package org.sekisho.federation.microsoft365;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directory in memory, which fails when it is told to: before a change or after it. */
final class MemoryDirectory implements DirectoryTarget {

  /** When the next change fails. */
  enum Failure {
    BEFORE,
    AFTER
  }

  final Map<String, DirectoryDomain> domains = new HashMap<>();
  final Map<String, FederationSettings> federations = new HashMap<>();
  final List<DirectoryUser> users = new ArrayList<>();
  final List<DirectoryUser> administrators = new ArrayList<>();
  final Deque<Failure> failures = new ArrayDeque<>();
  int changes;
  boolean usersWereRead;

  @Override
  public Optional<DirectoryDomain> domain(String name) {
    return Optional.ofNullable(domains.get(name))
        .map(one -> new DirectoryDomain(one.name(), one.verified(), federations.containsKey(name)));
  }

  @Override
  public List<DirectoryDomain> domains() {
    return domains.keySet().stream().flatMap(name -> domain(name).stream()).toList();
  }

  @Override
  public List<DirectoryUser> users() {
    usersWereRead = true;
    return List.copyOf(users);
  }

  @Override
  public List<DirectoryUser> globalAdministrators() {
    usersWereRead = true;
    return List.copyOf(administrators);
  }

  @Override
  public Optional<FederationSettings> federation(String domain) {
    return Optional.ofNullable(federations.get(domain));
  }

  @Override
  public void federate(String domain, FederationSettings settings) {
    change(
        () -> {
          if (federations.containsKey(domain)) {
            throw new DirectoryException(
                DirectoryException.Kind.CONFLICT, "ObjectConflict", 0, "federated already");
          }
          federations.put(domain, settings.withId("id-1"));
        });
  }

  @Override
  public void change(String domain, FederationSettings settings) {
    change(() -> federations.put(domain, settings));
  }

  @Override
  public void remove(String domain, String settingsId) {
    change(() -> federations.remove(domain));
  }

  private void change(Runnable work) {
    Failure failure = failures.poll();
    if (failure == Failure.BEFORE) {
      throw DirectoryException.unavailable("asked for");
    }
    work.run();
    changes++;
    if (failure == Failure.AFTER) {
      throw DirectoryException.unavailable("asked for");
    }
  }
}
