package io.coffer.messaging.replay;

import io.coffer.messaging.envelope.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The events of a topic in the order of their numbers. A broker that lost what it had not written
 * to its disk gets it once more, behind what came later: that is held back until its turn.
 */
final class Gapless {

  /** The newest event of a project, and those that are ahead of their turn. */
  private record Place(long newest, TreeMap<Long, List<Received>> early) {}

  private static final Place START = new Place(0, new TreeMap<>());

  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Place> before = new HashMap<>();

  /** What has its turn now that these have come, and is taken for folded until {@link #undo}. */
  List<Received> next(List<Received> came) {
    before.clear();
    List<Received> next = new ArrayList<>(came.size());
    for (Received event : came) {
      before.putIfAbsent(project(event), place(event));
      Optional<Received> turn = offer(event);
      while (turn.isPresent()) {
        next.add(turn.get());
        turn = folded(turn.get());
      }
    }
    return next;
  }

  /** Takes the last call of {@link #next} back. */
  void undo() {
    places.putAll(before);
  }

  /** The event if it is its turn; held back if it is early, passed over if it was here before. */
  Optional<Received> offer(Received event) {
    Place place = place(event);
    long seq = event.envelope().seq();
    if (seq > place.newest() + 1) {
      TreeMap<Long, List<Received>> early = new TreeMap<>(place.early());
      early.merge(seq, List.of(event), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      places.put(project(event), new Place(place.newest(), early));
    }
    return seq == place.newest() + 1 ? Optional.of(event) : Optional.empty();
  }

  /** This one is folded; whose turn it is now, of those that were held back. */
  Optional<Received> folded(Received event) {
    long seq = event.envelope().seq();
    TreeMap<Long, List<Received>> early = place(event).early();
    if (!early.isEmpty()) {
      early = new TreeMap<>(early.tailMap(seq, false));
    }
    places.put(project(event), new Place(seq, early));
    return early.getOrDefault(seq + 1, List.of()).stream().findFirst();
  }

  /** This one is no event; who else claims its turn, of those that were held back. */
  Optional<Received> refused(Received event) {
    Place place = place(event);
    TreeMap<Long, List<Received>> early = new TreeMap<>(place.early());
    List<Received> others =
        early.getOrDefault(event.envelope().seq(), List.of()).stream()
            .filter(other -> other != event)
            .toList();
    early.put(event.envelope().seq(), others);
    places.put(project(event), new Place(place.newest(), early));
    return others.stream().findFirst();
  }

  /** Those whose turn never came. */
  List<Received> left() {
    return places.values().stream()
        .flatMap(place -> place.early().values().stream())
        .flatMap(List::stream)
        .toList();
  }

  private Place place(Received event) {
    return places.getOrDefault(project(event), START);
  }

  private static String project(Received event) {
    return event.envelope().project();
  }
}
