package io.coffer.messaging.decision;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Command;
import io.coffer.contracts.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a decision function says: facts to record and orders to give, or a refusal. A refusal is a
 * value, never an exception.
 */
public sealed interface Decision {

  /**
   * A command to give.
   *
   * @param project whose owner decides it; null for the project that this decision is about
   * @param id of the command, where others compute it too; null for one made of what is decided
   */
  record Order(Command command, String project, UUID id) {}

  /**
   * Facts of the project that is decided, in order, and orders, to it or to others. An order
   * follows a fact: by the number of its newest fact it is known of a project that orders were left
   * unsent. Both may be empty: then nothing happens and the answer still goes out.
   */
  record Accepted(List<Event> events, List<Order> orders) implements Decision {

    public Accepted {
      if (events.isEmpty() && !orders.isEmpty()) {
        throw new IllegalArgumentException("an order without a fact: " + orders.get(0));
      }
    }

    /** One more fact after the others. */
    public Accepted and(Event more) {
      return new Accepted(
          Stream.concat(events.stream(), Stream.of(more)).toList(), List.copyOf(orders));
    }

    /** The same facts with more orders. */
    public Accepted and(List<? extends Command> more) {
      return with(more.stream().map(command -> new Order(command, null, null)));
    }

    /** The same facts with one more order. */
    public Accepted and(Command more) {
      return and(List.of(more));
    }

    /** The same facts with one more order, which another project decides in its turn. */
    public Accepted andTo(String project, Command more) {
      return with(Stream.of(new Order(more, project, null)));
    }

    /** The same facts with one more order, which another project decides under this id. */
    public Accepted andTo(String project, UUID id, Command more) {
      return with(Stream.of(new Order(more, project, id)));
    }

    /** The same facts with one more order, under an id of its own. */
    public Accepted and(UUID id, Command more) {
      return with(Stream.of(new Order(more, null, id)));
    }

    /** What is ordered, of whomever. */
    public List<Command> commands() {
      return orders.stream().map(Order::command).toList();
    }

    private Accepted with(Stream<Order> more) {
      return new Accepted(events, Stream.concat(orders.stream(), more).toList());
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

  /** Says no, in a row of rules of which the first that is broken counts. */
  static Optional<Decision> no(CbrError error, String message) {
    return Optional.of(refuse(error, message));
  }
}
