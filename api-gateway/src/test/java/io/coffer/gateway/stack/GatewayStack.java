package io.coffer.gateway.stack;

import io.coffer.gateway.GatewayMain;
import io.coffer.local.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real Kafka and PostgreSQL, with owners that are played, around a gateway under test. */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {

  private final List<Path> files = new java.util.ArrayList<>();
  private SharedStack stack;
  private String database;
  private PlayedOwner owner;
  private PlayedRoutes routes;

  @Override
  public Map<String, String> start() {
    System.setProperty(GatewayMain.OWN_URI_CHECK, "true");
    String domain = TestAccounts.id();
    String project = TestAccounts.id();
    String second = TestAccounts.id();
    String foreign = TestAccounts.id();
    stack = SharedStack.join();
    stack.createTopics("");
    database = stack.createDatabase("api_gateway");
    try {
      owner = new PlayedOwner(stack.kafkaBootstrap(), List.of(domain, project, second, foreign));
      routes = new PlayedRoutes(owner);
      files.add(TestAccounts.write(domain, project, second, foreign));
      files.add(Files.writeString(Files.createTempFile("internal", ".token"), PlayedRoutes.TOKEN));
      files.add(PasswordKeyFile.write());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.http.test-port", "0");
    settings.put("kafka.bootstrap.servers", stack.kafkaBootstrap());
    settings.put("quarkus.datasource.username", stack.user());
    settings.put("quarkus.datasource.password", stack.password());
    settings.put("quarkus.datasource.reactive.url", stack.reactiveUrl(database));
    settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl(database));
    settings.put("coffer.credentials-file", files.get(0).toString());
    settings.put("coffer.internal-token-file", files.get(1).toString());
    settings.put("coffer.password-public-key-file", files.get(2).toString());
    settings.put("coffer.url.vault-service", routes.url());
    settings.put("coffer.url.backup-worker", routes.url());
    settings.put("coffer.url.policy-scheduler", routes.url());
    settings.put("coffer.url.billing-service", "http://127.0.0.1:9");
    settings.put("test.domain", domain);
    settings.put("test.project", project);
    settings.put("test.second", second);
    settings.put("test.foreign", foreign);
    return settings;
  }

  @Override
  public void stop() {
    try {
      owner.close();
      routes.close();
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stack.dropDatabase(database);
  }
}
