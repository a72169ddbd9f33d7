package io.coffer.vault.flow;

import io.coffer.local.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The shared Kafka and PostgreSQL, with a database and a consumer group of this test run. */
public final class SharedStackResource implements QuarkusTestResourceLifecycleManager {

  static final String TOKEN = "secret-of-this-test";

  private SharedStack stack;
  private String database;

  @Override
  public Map<String, String> start() {
    stack = SharedStack.join();
    stack.createTopics("");
    database = stack.createDatabase("vault");
    stack.createGroup(database);
    return Map.of(
        "kafka.bootstrap.servers", stack.kafkaBootstrap(),
        "quarkus.datasource.username", stack.user(),
        "quarkus.datasource.password", stack.password(),
        "quarkus.datasource.reactive.url", stack.reactiveUrl(database),
        "quarkus.datasource.jdbc.url", stack.jdbcUrl(database),
        "coffer.internal-token-file", token().toString(),
        "coffer.test.group", database);
  }

  @Override
  public void stop() {
    stack.dropDatabase(database);
  }

  private static Path token() {
    try {
      return Files.writeString(Files.createTempFile("internal", ".token"), TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
