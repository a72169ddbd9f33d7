package io.coffer.messaging.decision;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Command;
import io.coffer.contracts.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a decision function says: facts to record and orders to give, or a refusal. A refusal is a
 * value, never an exception.
 */
public sealed interface Decision {

  /**
   * Facts, in order, and orders to other services. Both may be empty: then nothing happens and the
   * answer still goes out.
   */
  record Accepted(List<Event> events, List<Command> commands) implements Decision {

    /** The same facts with more orders. */
    public Accepted and(List<? extends Command> more) {
      return new Accepted(events, Stream.concat(commands.stream(), more.stream()).toList());
    }

    /** The same facts with one more order. */
    public Accepted and(Command more) {
      return and(List.of(more));
    }
  }

  /** No, with the documented error and a sentence that names what is wrong. */
  record Refused(CbrError error, String message) implements Decision {}

  /** Records these facts. */
  static Accepted accept(Event... events) {
    return new Accepted(List.of(events), List.of());
  }

  /** Records these facts. */
  static Accepted accept(List<? extends Event> events) {
    return new Accepted(List.copyOf(events), List.of());
  }

  /** Records nothing, for what changes nothing, such as deleting what is being deleted. */
  static Accepted nothing() {
    return accept();
  }

  /** Says no. */
  static Refused refuse(CbrError error, String message) {
    return new Refused(error, message);
  }
}
