package io.coffer.messaging.testing;

import io.coffer.local.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The real Kafka and PostgreSQL for one service under test, with a database and a consumer group of
 * this run.
 */
public final class ServiceStack implements QuarkusTestResourceLifecycleManager {

  /** The bearer secret of internal routes. */
  public static final String TOKEN = "secret-of-this-test";

  private SharedStack stack;
  private String database;
  private Path token;

  @Override
  public Map<String, String> start() {
    stack = SharedStack.join();
    stack.createTopics("");
    database = stack.createDatabase("service");
    stack.createGroup(database);
    token = tokenFile();
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.http.test-port", "0");
    settings.put("kafka.bootstrap.servers", stack.kafkaBootstrap());
    settings.put("quarkus.datasource.username", stack.user());
    settings.put("quarkus.datasource.password", stack.password());
    settings.put("quarkus.datasource.reactive.url", stack.reactiveUrl(database));
    settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl(database));
    settings.put("coffer.internal-token-file", token.toString());
    settings.put("coffer.group", database);
    return settings;
  }

  @Override
  public void stop() {
    stack.dropDatabase(database);
    try {
      Files.deleteIfExists(token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path tokenFile() {
    try {
      return Files.writeString(Files.createTempFile("internal", ".token"), TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
