package org.sekisho.standins.web;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {
  Response answer(Request request);
}
