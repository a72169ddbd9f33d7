package io.coffer.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a worker is told from outside, all below {@code coffer.}. */
@ConfigMapping(prefix = "coffer")
public interface WorkerSettings {

  /** The name of this process: its own among all workers, the same after a restart. */
  String instance();

  /** The folder of the stack; {@code cloud}, {@code repositories} and {@code warm-up} lie in it. */
  Path home();

  /** The file with the key that seals what may not be read, 32 bytes in Base64. */
  Path sealingKeyFile();

  Worker worker();

  DeliverySettings delivery();

  Webhook webhook();

  MailServer mail();

  /** How notices are delivered. */
  interface DeliverySettings {

    /** For how long one is tried. */
    @WithDefault("24H")
    Duration patience();

    /** How long after the first attempt the second comes, at most. */
    @WithDefault("5S")
    Duration firstPause();

    /** How long nothing is tried, at most. */
    @WithDefault("1H")
    Duration longestPause();

    /** How long an attempt belongs to a worker; more than one takes. */
    @WithDefault("2M")
    Duration lease();
  }

  /** Where notices may be posted. */
  interface Webhook {

    /** Ranges of addresses that are allowed although they are not public, as address/bits. */
    Optional<List<String>> allow();

    /** How long a receiver may take to answer. */
    @WithDefault("10S")
    Duration answer();
  }

  /** The server that takes mails. */
  interface MailServer {

    /** Its name; absent where no mails are sent. */
    Optional<String> host();
  }

  /** How a worker works. */
  interface Worker {

    /** How many tasks run at once. */
    @WithDefault("2")
    int slots();

    /**
     * How many megabytes (10^6 bytes) a second all tasks together read; absent or 0 for no limit.
     */
    Optional<Double> mbPerS();

    /** How long a task belongs to a worker that gives no sign of life. */
    @WithDefault("15S")
    Duration lease();

    /** How often a worker gives a sign of life. */
    @WithDefault("5S")
    Duration heartbeat();

    /** After how long without any sign of work a task is left to other workers. */
    @WithDefault("5M")
    Duration silence();

    /** How often the queue is looked at when nothing else says that there is work. */
    @WithDefault("1S")
    Duration poll();

    /** How often the cloud is looked at for resources that are new, changed or gone. */
    @WithDefault("2S")
    Duration inventoryPoll();

    /** How long a task may take from its first start on, over all attempts. */
    @WithDefault("24H")
    Duration taskTimeout();

    /** How long a task waits for a lock that somebody else holds on its repository. */
    @WithDefault("10M")
    Duration lockWait();

    /** How long a volume may take to be opened, or to answer one read or write of its name. */
    @WithDefault("2M")
    Duration sourcePatience();

    /** How many gigabytes the volumes of a project that no server has may have together. */
    @WithDefault("10240")
    int volumeQuotaGb();
  }
}
