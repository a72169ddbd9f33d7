package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

  private static final Instant TIME = Instant.parse("2023-03-03T01:41:59Z");

  @Test
  void haveTheDocumentedForm() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(ids(new UUID(7, i), ZoneOffset.UTC))
          .allSatisfy(id -> assertThat(id).matches("CS2303030141[A-Z0-9]{5}"));
    }
  }

  @Test
  void goByTheClockOfTheZone() {
    assertThat(ids(new UUID(7, 7), ZoneId.of("UTC+08:00")).get(0)).startsWith("CS2303030941");
  }

  @Test
  void areDrawnByTheCommandAndByNothingElse() {
    UUID command = new UUID(1, 2);
    assertThat(ids(command, ZoneOffset.UTC)).isEqualTo(ids(command, ZoneOffset.UTC));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.addAll(ids(new UUID(9, i), ZoneOffset.UTC));
    }
    assertThat(seen).hasSizeGreaterThan(3_990);
  }

  private static List<String> ids(UUID command, ZoneId zone) {
    return OrderIds.of(command, TIME, zone);
  }
}
