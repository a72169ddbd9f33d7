package io.coffer.gateway;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** What the launcher tells the gateway. */
@ConfigMapping(prefix = "coffer")
public interface GatewaySettings {

  /** Names this process among its like. */
  String instance();

  /** The file with the accounts, written by the launcher. */
  Path credentialsFile();

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
