package org.sekisho.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;

/** Who may use an application: everybody, or the members of the groups assigned to it. */
public final class ApplicationAccess {

  /**
   * Client attribute with the identifiers of the groups, comma-separated. Missing means everybody.
   */
  private static final String GROUPS_ATTRIBUTE = "sekisho.groups";

  /** Stands for "no group": Keycloak drops attributes without a value, and a missing one opens. */
  private static final String NOBODY = "-";

  private ApplicationAccess() {}

  /** The groups assigned; empty where everybody may use the application. */
  public static Optional<Set<String>> assignedTo(ClientModel application) {
    return Optional.ofNullable(application.getAttribute(GROUPS_ATTRIBUTE))
        .map(
            ids ->
                Arrays.stream(ids.split(",", -1))
                    .filter(id -> !id.isBlank() && !id.equals(NOBODY))
                    .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Assigns the groups and no others; without any nobody may use the application. */
  public static void assign(ClientModel application, Collection<String> groupIds) {
    application.setAttribute(
        GROUPS_ATTRIBUTE, groupIds.isEmpty() ? NOBODY : String.join(",", new TreeSet<>(groupIds)));
  }

  public static void openToEverybody(ClientModel application) {
    application.removeAttribute(GROUPS_ATTRIBUTE);
  }

  /**
   * Whether a member of these groups may use the application. A group that was deleted admits
   * nobody.
   *
   * @param groupIds as {@link #groupsOf} tells
   */
  public static boolean admits(ClientModel application, Set<String> groupIds) {
    return assignedTo(application)
        .map(assigned -> assigned.stream().anyMatch(groupIds::contains))
        .orElse(true);
  }

  /** The user's groups and the groups above them: who is in a subgroup is in the group. */
  public static Set<String> groupsOf(UserModel user) {
    Set<String> ids = new HashSet<>();
    user.getGroupsStream().forEach(group -> addWithParents(group, ids));
    return ids;
  }

  private static void addWithParents(GroupModel group, Set<String> ids) {
    if (group != null && ids.add(group.getId())) {
      addWithParents(group.getParent(), ids);
    }
  }
}
