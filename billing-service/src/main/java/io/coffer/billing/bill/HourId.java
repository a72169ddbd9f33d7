package io.coffer.billing.bill;

import io.coffer.contracts.DerivedId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Ids of what there is once of a project. */
final class HourId {

  private HourId() {}

  /** Of an hour. */
  static UUID of(String project, Instant hour) {
    return DerivedId.of(project(project), hour.toString());
  }

  /** Of a month in a currency. */
  static UUID of(String project, String month, String currency) {
    return DerivedId.of(project(project), month + "/" + currency);
  }

  private static UUID project(String project) {
    return UUID.nameUUIDFromBytes(project.getBytes(StandardCharsets.UTF_8));
  }
}
