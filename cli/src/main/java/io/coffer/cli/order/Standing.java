package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How something stands that was bought for a time, in words. */
final class Standing {

  private Standing() {}

  /** The row with fields {@code standing}, {@code renewal} and {@code next} for people. */
  static ObjectNode of(JsonNode row) {
    ObjectNode said = row.deepCopy();
    said.put("standing", word(row.path("status").asInt()));
    said.put("renewal", row.path("expire_policy").asInt() == 3 ? "by itself" : "by hand");
    said.put("next", next(row));
    return said;
  }

  private static String word(int status) {
    return switch (status) {
      case 2 -> "active";
      case 3 -> "ended";
      case 4 -> "frozen";
      case 5 -> "expired";
      default -> Integer.toString(status);
    };
  }

  private static String next(JsonNode row) {
    if (row.hasNonNull("grace_until")) {
      return "frozen at " + row.path("grace_until").asText();
    }
    return row.hasNonNull("retention_until")
        ? "deleted at " + row.path("retention_until").asText()
        : "-";
  }
}
