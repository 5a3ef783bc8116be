package org.sekisho.settings;

/** How administrators call groups. */
interface GroupPaths {

  /** The path of a group; its identifier where the group is gone. */
  String path(String groupId);
}
