package io.coffer.cli.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** One value of a row as JSON: times at milliseconds, numbers without idle zeros, JSON sorted. */
final class CanonicalValue {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalValue() {}

  /** The value of a column; {@code type} as PostgreSQL calls it inside ({@code int8}). */
  static String read(ResultSet row, int column, String type) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return "null";
    }
    return switch (type) {
      case "int2", "int4", "int8" -> text;
      case "numeric", "float4", "float8" -> number(text);
      case "bool" -> Boolean.toString(row.getBoolean(column));
      case "timestamptz" -> {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        yield quote(time.toInstant().truncatedTo(ChronoUnit.MILLIS).toString());
      }
      case "timestamp" -> {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        yield quote(time.truncatedTo(ChronoUnit.MILLIS).toString());
      }
      case "json", "jsonb" -> json(text);
      case "bytea" -> quote(HexFormat.of().formatHex(row.getBytes(column)));
      default -> quote(text);
    };
  }

  static String quote(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String json(String text) {
    try {
      // Through plain maps, because only those are written in the order of their keys.
      Object plain = JSON.treeToValue(JSON.readTree(text), Object.class);
      return JSON.writeValueAsString(plain);
    } catch (JsonProcessingException notJson) {
      return quote(text);
    }
  }

  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notFinite) {
      return quote(text);
    }
  }
}
