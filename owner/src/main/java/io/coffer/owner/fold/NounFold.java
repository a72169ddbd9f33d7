package io.coffer.owner.fold;

/**
 * How the events of one noun are applied. It stands beside its noun and is found as a bean; several
 * may write one table, but each event is entered once.
 */
@FunctionalInterface
public interface NounFold {

  /** Says which events it applies, and how. */
  void enter(EventTable table);
}
