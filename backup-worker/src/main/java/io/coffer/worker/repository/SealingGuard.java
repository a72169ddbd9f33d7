package io.coffer.worker.repository;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.plumbing.DatabaseAwayException;
import io.coffer.worker.plumbing.Plumbing;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Lets the service start only with the key that sealed what is stored: with another one every
 * backup would fail, and new secrets would be sealed under a key that somebody may throw away.
 */
@ApplicationScoped
public class SealingGuard {

  private static final String TABLE = "plumbing.sealing_canary";
  private static final String ROW = "1";
  private static final byte[] KNOWN = "coffer".getBytes(StandardCharsets.UTF_8);
  private static final int FIRST = 1;
  private static final Logger LOG = Logger.getLogger(SealingGuard.class);

  /** A database that is busy recovering, or on a machine with too much to do, comes back. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Plumbing plumbing;
  private final RepositoryFolders folders;
  private final Path keyFile;
  private final Sealing sealing;
  private volatile boolean opened;

  SealingGuard(Plumbing plumbing, RepositoryFolders folders, WorkerSettings settings) {
    this.plumbing = plumbing;
    this.folders = folders;
    this.keyFile = settings.sealingKeyFile();
    this.sealing = new Sealing(SealingKeyFile.read(keyFile));
  }

  /** The sealing key of this service. */
  public Sealing sealing() {
    return sealing;
  }

  void start(@Observes @Priority(FIRST) StartupEvent started) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!opened) {
      try {
        check();
      } catch (DatabaseAwayException away) {
        if (System.nanoTime() > deadline) {
          throw away;
        }
        LOG.warnf("waiting to start: %s", away.getMessage());
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  /**
   * @throws IllegalStateException when the key does not open what is stored; the message names the
   *     file
   */
  void check() {
    plumbing.change(
        "insert into plumbing.sealing_canary (id, sealed) values (1, $1) on conflict do nothing",
        Buffer.buffer(canary()));
    byte[] stored =
        plumbing
            .query("select sealed from plumbing.sealing_canary where id = 1")
            .get(0)
            .getBuffer(0)
            .getBytes();
    try {
      sealing.open(TABLE, ROW, stored);
    } catch (SealBrokenException e) {
      throw new IllegalStateException(
          "The sealing key in " + keyFile + " is not the one that sealed the stored secrets.", e);
    }
    opened = true;
  }

  /** Whether the key was found to be the right one. */
  boolean isOpen() {
    return opened;
  }

  /**
   * Nothing is sealed for the first time while secrets of another key lie beside the repositories.
   */
  private byte[] canary() {
    boolean fresh = plumbing.query("select 1 from plumbing.sealing_canary").isEmpty();
    if (fresh) {
      folders
          .anySealedFile()
          .ifPresent(
              file -> {
                try {
                  folders.openSealed(file, sealing);
                } catch (SealBrokenException e) {
                  throw new IllegalStateException(
                      "The sealing key in " + keyFile + " does not open " + file + ".", e);
                }
              });
    }
    return sealing.seal(TABLE, ROW, KNOWN);
  }
}
