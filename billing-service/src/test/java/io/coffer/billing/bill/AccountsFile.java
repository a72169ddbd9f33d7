package io.coffer.billing.bill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file with accounts that a test writes. */
public final class AccountsFile implements QuarkusTestResourceLifecycleManager {

  private static Path file;

  /** Says that a domain has one project, in region-1. */
  static void write(String domain, String project) throws IOException {
    ObjectNode account = Json.MAPPER.createObjectNode().put("domain_id", domain);
    account.putArray("projects").addObject().put("id", project).put("region", "region-1");
    Files.write(file, Json.MAPPER.writeValueAsBytes(account));
  }

  @Override
  public Map<String, String> start() {
    try {
      file = Files.createTempFile("accounts", ".json");
      Files.writeString(file, "{}");
      return Map.of("coffer.bills.accounts", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
