package io.coffer.worker.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.BlockSize;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.backup.VolumeSource;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.repository.Folders;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Backs made-up volumes up into a repository of their own when the worker starts: the JVM compiles
 * what touches every byte only after some thousand calls, and until then the ciphers do without the
 * processor's own instructions.
 */
@ApplicationScoped
class WarmUp implements BackupListener {

  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final int BEFORE_TASKS_ARE_CLAIMED = 3900;
  private static final int MIB = 1 << 20;

  /** Some blocks as they will be, so that what is compiled knows long ones. */
  private static final VolumeSource LONG_BLOCKS =
      new VolumeSource("/long", new SyntheticVolume(4 * MIB), BlockSize.forVolume(0));

  /** Then many short ones: it is calls that count. */
  private static final VolumeSource SHORT_BLOCKS =
      new VolumeSource("/short", new SyntheticVolume(10 * MIB), 4096);

  private final Path folder;
  private final BackupSlots slots;
  private volatile boolean ending;

  WarmUp(WorkerSettings settings, BackupSlots slots) {
    this.folder = settings.home().toAbsolutePath().resolve("warm-up").resolve(name(settings));
    this.slots = slots;
  }

  /**
   * The same after a restart. What is deleted must lie where it seems to, whatever the instance.
   */
  private static String name(WorkerSettings settings) {
    return UUID.nameUUIDFromBytes(settings.instance().getBytes(UTF_8)).toString();
  }

  /** Takes its slot before there can be another; tasks that are no backups do not wait for it. */
  void start(@Observes @Priority(BEFORE_TASKS_ARE_CLAIMED) StartupEvent started) {
    if (ConfigUtils.isProfileActive("replay")) {
      return;
    }
    BackupSlots.Slot slot = slots.take(this::isCancelled);
    Thread thread =
        new Thread(
            () -> {
              try (slot) {
                run();
              }
            },
            "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    ending = true;
  }

  @Override
  public boolean isCancelled() {
    return ending;
  }

  /** Never more than help: a worker that cannot do it works all the same. */
  private void run() {
    try {
      Folders.delete(folder); // a life before may have been killed
      long begun = System.nanoTime();
      try {
        backUp();
      } finally {
        Folders.delete(folder);
      }
      LOG.infof("warmed up millis=%d", (System.nanoTime() - begun) / 1_000_000);
    } catch (IOException | RuntimeException e) {
      LOG.infof("not warmed up, the first backup will be slower: %s", e.getMessage());
    }
  }

  private void backUp() {
    BackupRequest request =
        new BackupRequest(
            List.of(LONG_BLOCKS, SHORT_BLOCKS),
            List.of(),
            BackupTags.HOST,
            List.of(),
            OffsetDateTime.now(ZoneOffset.UTC),
            Optional.empty());
    Repository repository = Repository.create(new LocalStore(folder), RepositoryKeys.generate());
    new VolumeBackup(repository).run(request, this);
  }
}
