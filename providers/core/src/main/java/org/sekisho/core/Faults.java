package org.sekisho.core;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a request, not only the first thing. */
public final class Faults {

  private static final int MAX_TICKET = 64;

  private final List<Fault> found = new ArrayList<>();

  /** A member of the request and what is wrong with it. */
  public record Fault(String member, String detail) {}

  public void add(String member, String detail) {
    found.add(new Fault(member, detail));
  }

  public void require(String member, boolean right, String detail) {
    if (!right) {
      add(member, detail);
    }
  }

  /** A text of one line that a person wrote: 1 to {@code max} characters. */
  public void checkLine(String member, String text, int max) {
    boolean usable =
        text != null
            && !text.isBlank()
            && text.length() <= max
            && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
    require(member, usable, "must be 1 to %d characters without < and >".formatted(max));
  }

  /** The number of the case that is the reason for a change. */
  public void checkTicket(String ticket) {
    checkLine("ticket", ticket, MAX_TICKET);
  }

  public List<Fault> found() {
    return List.copyOf(found);
  }

  /**
   * Ends the call where something is wrong.
   *
   * @param type of the problem
   * @param title of the problem
   */
  public void refuse(String type, String title) {
    if (!found.isEmpty()) {
      throw Problem.of(type, 400, title, "The request has faults.")
          .with("faults", found())
          .toException();
    }
  }
}
