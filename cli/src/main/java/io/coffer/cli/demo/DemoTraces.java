package io.coffer.cli.demo;

import io.coffer.cli.cloud.LocalCloud;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ApiFailure;
import io.coffer.cli.stack.Home;
import io.coffer.cli.stack.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * What the last demo left in a home, so that the next one can take it away.
 *
 * @param server id of its server
 * @param vault id of its vault, or null when it did not come that far
 */
record DemoTraces(String server, String vault) {

  static Path file(Home home) {
    return home.path().resolve("demo.json");
  }

  void write(Home home) {
    JsonFile.write(file(home), this);
  }

  /** Removes server, backups and vault of the last demo, if there was one. */
  static boolean remove(Home home, Api api) throws IOException {
    DemoTraces last = JsonFile.read(file(home), DemoTraces.class).orElse(null);
    if (last == null) {
      return false;
    }
    if (last.vault() != null) {
      try {
        api.delete("/vaults/" + last.vault());
      } catch (ApiFailure failure) {
        if (!failure.isNotFound()) {
          throw failure;
        }
      }
    }
    LocalCloud cloud = new LocalCloud(home, api.project());
    try {
      cloud.delete(cloud.find(last.server()));
    } catch (NoSuchElementException gone) {
      // somebody was quicker
    }
    Files.deleteIfExists(file(home));
    return true;
  }
}
