package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.owner.page.SortKey;
import io.coffer.owner.refusal.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The orders that the backup list may have: {@code key[:asc|desc],...}, descending by default. */
final class BackupOrder {

  private static final int LONGEST = 255;
  private static final String PROTECTED_OR_FIRST = "coalesce(r.protectedAt, r.createdAt)";
  private static final Map<String, Function<Boolean, SortKey<BackupRow>>> KEYS =
      new LinkedHashMap<>();

  static {
    key("created_at", "r.createdAt", row -> row.createdAt);
    key("updated_at", "r.updatedAt", row -> row.updatedAt);
    key("name", "r.name", row -> row.name);
    key("status", "cast(r.status as String)", row -> row.status.name());
    key(
        "protected_at",
        PROTECTED_OR_FIRST,
        row -> row.protectedAt == null ? row.createdAt : row.protectedAt);
    key("id", "r.id", row -> row.id);
  }

  private BackupOrder() {}

  /** The order that a text describes; newest first for none. Always ends with the id. */
  static List<SortKey<BackupRow>> of(String sort) {
    if (sort == null) {
      return List.of(KEYS.get("created_at").apply(true), KEYS.get("id").apply(false));
    }
    if (sort.length() > LONGEST) {
      throw bad("is longer than " + LONGEST + " characters");
    }
    Map<String, SortKey<BackupRow>> order = new LinkedHashMap<>();
    for (String part : sort.split(",", -1)) {
      String[] keyAndDirection = part.strip().split(":", -1);
      order.putIfAbsent(keyAndDirection[0], key(keyAndDirection));
    }
    order.putIfAbsent("id", KEYS.get("id").apply(false));
    return new ArrayList<>(order.values());
  }

  private static SortKey<BackupRow> key(String[] keyAndDirection) {
    Function<Boolean, SortKey<BackupRow>> key = KEYS.get(keyAndDirection[0]);
    if (key == null || keyAndDirection.length > 2) {
      throw bad("must be made of " + KEYS.keySet() + ", each with :asc or :desc behind it");
    }
    String direction = keyAndDirection.length == 2 ? keyAndDirection[1] : "desc";
    return switch (direction) {
      case "asc" -> key.apply(false);
      case "desc" -> key.apply(true);
      default -> throw bad("has a direction that is neither asc nor desc");
    };
  }

  private static void key(String name, String expression, Function<BackupRow, Object> value) {
    KEYS.put(name, descending -> new SortKey<>(expression, descending, value));
  }

  private static Refused bad(String why) {
    return new Refused(CbrError.INVALID_PARAMETER, "sort " + why + ".");
  }
}
