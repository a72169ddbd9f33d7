package io.coffer.cli.cloud;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ApiFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * What a command made to try something, in a file, so that its next run can take it away.
 *
 * @param server id of its server
 * @param vault id of its vault, or null when it did not come that far
 */
public record Traces(String server, String vault) {

  /** Keeps this in a file, in place of what it held. */
  public void write(Path file) {
    JsonFile.write(file, this);
  }

  /** Removes the server, the vault and its backups that a file names, if there is one. */
  public static boolean remove(Path file, Home home, Api api) throws IOException {
    Traces last = JsonFile.read(file, Traces.class).orElse(null);
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
    CloudFolder cloud = new CloudFolder(home, api.project());
    try {
      cloud.delete(cloud.find(last.server()));
    } catch (NoSuchElementException gone) {
      // somebody was quicker
    }
    Files.deleteIfExists(file);
    return true;
  }
}
