package io.coffer.offender;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** Breaks every rule once, so that a test can show that each is seen. */
public final class OffendingStore {

  Producer<String, byte[]> kafka;

  @Convert(converter = ChangeableColumn.class)
  List<String> changeable;

  /** Does not say that it is immutable. */
  static final class ChangeableColumn implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> list) {
      return String.join(",", list);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
      return new ArrayList<>(List.of(column.split(",")));
    }
  }

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
