package io.coffer.offender;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** Breaks every rule once, so that a test can show that each is seen. */
public final class OffendingStore {

  Producer<String, byte[]> kafka;

  Instant clock() {
    return Instant.now();
  }

  Supplier<UUID> chanceByReference() {
    return UUID::randomUUID;
  }

  Locale language() {
    return Locale.getDefault();
  }

  String languageUnawares(int number) {
    return "%d".formatted(number).toUpperCase();
  }

  Uni<Void> parallel(Uni<Void> one, Uni<Void> other) {
    return Uni.combine().all().unis(one, other).discardItems();
  }

  Uni<Void> transaction() {
    return Panache.withTransaction(() -> Uni.createFrom().voidItem());
  }

  @WithTransaction
  Uni<Void> transactionByAnnotation() {
    return Uni.createFrom().voidItem();
  }
}
