package io.coffer.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases of a stack, read and written past their services. */
public final class Databases {

  private Databases() {}

  /** Connects to that of a service. */
  public static Connection of(JsonNode credentials, String service) throws SQLException {
    for (JsonNode database : credentials.path("databases")) {
      if (database.path("service").asText().equals(service)) {
        return connect(database);
      }
    }
    throw new AssertionError("no database of " + service);
  }

  static Connection connect(JsonNode database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s"
            .formatted(
                database.path("host").asText(),
                database.path("port").asInt(),
                database.path("database").asText()),
        database.path("user").asText(),
        database.path("password").asText());
  }
}
