package io.coffer.worker.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The resources of a project that can be backed up, newest first. Pure. */
final class Protectables {

  private static final Comparator<Protectable> ORDER =
      Comparator.comparing(Protectable::createdAt).reversed().thenComparing(Protectable::id);

  private Protectables() {}

  /** All of a type, {@code server} or {@code disk}; of any other type there are none. */
  static List<Protectable> all(String type, List<Server> servers) {
    Stream<Protectable> found =
        switch (type) {
          case "server" -> servers.stream().map(ProtectableJson::server);
          case "disk" ->
              servers.stream()
                  .flatMap(
                      server ->
                          server.volumes().stream()
                              .map(volume -> ProtectableJson.disk(server, volume)));
          default -> Stream.empty();
        };
    return found.sorted(ORDER).toList();
  }

  /** The page that a query asks for. What follows an unknown marker is nothing. */
  static List<Protectable> page(List<Protectable> all, ProtectableQuery query) {
    return all.stream()
        .dropWhile(one -> query.marker != null && !query.marker.equals(one.id()))
        .skip(query.marker == null ? 0 : 1)
        .filter(query::accepts)
        .skip(query.offset())
        .limit(query.limit())
        .toList();
  }
}
