package io.coffer.gateway;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the launcher tells the gateway. */
@ConfigMapping(prefix = "coffer")
public interface GatewaySettings {

  /** Names this process among its like. */
  String instance();

  /** The file with the accounts, written by the launcher. */
  Path credentialsFile();

  /** Regions between which backups can be copied; absent for none. */
  Optional<List<String>> replicationRegions();

  /** The file with the public key that passwords of instances are sealed by. */
  Optional<Path> passwordPublicKeyFile();

  /** Where the owners of nouns listen. */
  Url url();

  /** Base addresses without a slash at the end. */
  interface Url {
    String vaultService();

    String backupWorker();

    String policyScheduler();

    String billingService();
  }
}
