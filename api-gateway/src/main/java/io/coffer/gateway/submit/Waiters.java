package io.coffer.gateway.submit;

import io.coffer.gateway.relay.OwnerAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Who waits for which command. Several may wait for one. */
@ApplicationScoped
class Waiters {

  private final Map<UUID, List<Waiter>> byCommand = new ConcurrentHashMap<>();

  void add(Waiter waiter) {
    byCommand.merge(
        waiter.command(),
        List.of(waiter),
        (old, one) -> java.util.stream.Stream.concat(old.stream(), one.stream()).toList());
  }

  void remove(Waiter waiter) {
    byCommand.computeIfPresent(
        waiter.command(),
        (id, waiting) -> {
          List<Waiter> others = waiting.stream().filter(other -> other != waiter).toList();
          return others.isEmpty() ? null : others;
        });
  }

  /** Those who wait for a command now. */
  List<Waiter> of(UUID command) {
    return byCommand.getOrDefault(command, List.of());
  }

  /**
   * Tells everybody who waits for this command. An id without a waiter belongs to another gateway.
   */
  void tell(UUID command, OwnerAnswer answer) {
    List<Waiter> waiting = byCommand.remove(command);
    if (waiting != null) {
      waiting.forEach(waiter -> waiter.tell(answer));
    }
  }

  void forEach(Consumer<Waiter> visitor) {
    byCommand.values().forEach(waiting -> waiting.forEach(visitor));
  }
}
