package io.coffer.owner.page;

import io.coffer.owner.refusal.Refused;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Function;

/** The one thing that a question names by its id. */
public final class Found {

  private Found() {}

  /** What is loaded of it; refused when nothing is, and at once when the text is no id of ours. */
  public static <T> Uni<T> by(
      String id, Function<UUID, Uni<T>> loaded, Function<String, Refused> missing) {
    return loaded
        .apply(Parameters.id(id).orElseThrow(() -> missing.apply(id)))
        .onItem()
        .ifNull()
        .failWith(() -> missing.apply(id));
  }
}
