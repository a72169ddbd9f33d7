package io.coffer.billing.lifetime;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What comes along, and a region in which a vault gets dearer in the middle of a month. */
public final class SimulatedPrices implements QuarkusTestResourceLifecycleManager {

  static final String REGION = "simulated";

  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("products");
      for (String name : new String[] {"products.yaml", "prices.yaml"}) {
        try (InputStream file = SimulatedPrices.class.getResourceAsStream("/products/" + name)) {
          Files.copy(file, folder.resolve(name));
        }
      }
      Files.writeString(
          folder.resolve("simulated.yaml"),
          """
          regions: [{region: simulated, currency: USD}]
          prices:
            - {region: simulated, spec_code: vault.backup.server.normal, period: month, amount: "0.17",
               from: "2020-01-01T00:00:00Z", until: "2024-06-15T00:00:00Z"}
            - {region: simulated, spec_code: vault.backup.server.normal, period: month, amount: "0.20",
               from: "2024-06-15T00:00:00Z"}
            - {region: simulated, spec_code: vault.backup.server.normal, period: year, amount: "1.73",
               from: "2020-01-01T00:00:00Z"}
            - {region: simulated, spec_code: gaussdb.mysql.backup.pkg.1tb, period: month, amount: "130.00",
               from: "2020-01-01T00:00:00Z"}
          """);
      return Map.of("coffer.products.folder", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
