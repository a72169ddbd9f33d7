package io.coffer.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.StoreException;
import io.coffer.engine.backup.BackupListener;
import io.coffer.engine.backup.BackupRequest;
import io.coffer.engine.backup.SmallFile;
import io.coffer.engine.backup.VolumeBackup;
import io.coffer.engine.check.Check;
import io.coffer.engine.prune.Prune;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** File systems that lack what others have hold repositories all the same. */
class LimitedDiskTest {
  /** As one file system or another refuses, each with words of its own. */
  enum Lack {
    PERMISSIONS("Operation not permitted") {
      @Override
      void onPermissions() throws IOException {
        refuse();
      }
    },
    UNIX_MODES("no unix:mode") {
      @Override
      void onPermissions() {
        throw new UnsupportedOperationException();
      }
    },
    LINKS("Operation not permitted") {
      @Override
      void onLink() throws IOException {
        refuse();
      }
    },
    LINKS_AS_JAVA_SAYS("links") {
      @Override
      void onLink() {
        throw new UnsupportedOperationException();
      }
    },
    LINKS_AND_PERMISSIONS("Function not implemented") {
      @Override
      void onLink() throws IOException {
        refuse();
      }

      @Override
      void onPermissions() throws IOException {
        refuse();
      }
    },
    FORCING("Operation not supported") {
      @Override
      void onSync() throws IOException {
        refuse();
      }

      @Override
      void onSyncFolder() throws IOException {
        refuse();
      }
    },
    FORCING_OF_FOLDERS("Invalid argument") {
      @Override
      void onSyncFolder() throws IOException {
        refuse();
      }
    },
    OPENING_OF_FOLDERS("Is a directory") {
      @Override
      void onSyncFolder() throws IOException {
        throw new AccessDeniedException("a folder");
      }
    };

    private final String reason;

    Lack(String reason) {
      this.reason = reason;
    }

    void refuse() throws IOException {
      throw new FileSystemException("a file", null, reason);
    }

    void onPermissions() throws IOException {}

    void onLink() throws IOException {}

    void onSync() throws IOException {}

    void onSyncFolder() throws IOException {}
  }

  private static final class LimitedDisk extends Disk {
    private final Lack lack;

    LimitedDisk(Lack lack) {
      this.lack = lack;
    }

    @Override
    void setPermissions(Path path, int permissions) throws IOException {
      lack.onPermissions();
      super.setPermissions(path, permissions);
    }

    @Override
    void link(Path name, Path existing) throws IOException {
      lack.onLink();
      super.link(name, existing);
    }

    @Override
    void sync(FileChannel file) throws IOException {
      lack.onSync();
      super.sync(file);
    }

    @Override
    void syncFolder(Path folder) throws IOException {
      lack.onSyncFolder();
      super.syncFolder(folder);
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void holdsARepository(Lack lack) {
    RepositoryKeys keys = RepositoryKeys.generate();
    LocalStore store = new LocalStore(folder.resolve("repo"), new LimitedDisk(lack));
    Repository repository = Repository.create(store, keys);
    Snapshots snapshots = new Snapshots(repository);
    String first = backUp(repository, "first");
    String second = backUp(repository, "second");
    snapshots.forget(List.of(first));
    try (RepositoryLock lock =
        RepositoryLock.acquire(repository, LockRequest.exclusive("here", Duration.ZERO))) {
      assertThat(new Prune(repository).run().deletedPacks()).isPositive();
    }
    assertThat(new Check(repository).run(true).errors()).isEmpty();
    assertThat(snapshots.list()).extracting(found -> found.id()).containsExactly(second);
    assertThat(store.createIfAbsent(FileType.CONFIG, "", new byte[] {1})).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINKS", "LINKS_AS_JAVA_SAYS"})
  void holdsOneRepositoryThoughManyMakeItAtOnce(Lack lack) {
    RepositoryKeys keys = RepositoryKeys.generate();
    LocalStore store = new LocalStore(folder.resolve("repo"), new LimitedDisk(lack));
    IntStream.range(0, 8).parallel().forEach(i -> Repository.create(store, keys));
    assertThat(Repository.open(store, keys).config().id()).isEqualTo(keys.repositoryId());
    assertThat(folder.resolve("repo"))
        .isDirectoryNotContaining(path -> path.toString().contains("-tmp-"));
  }

  @Test
  void deletesWhatMayNotBeWritten() throws IOException {
    Disk strict =
        new Disk() {
          @Override
          void delete(Path path) throws IOException {
            int mode = Files.exists(path) ? (int) Files.getAttribute(path, "unix:mode") : 0200;
            if ((mode & 0200) == 0) {
              throw new AccessDeniedException(path.toString());
            }
            super.delete(path);
          }
        };
    LocalStore store = new LocalStore(folder.resolve("repo"), strict);
    Repository repository = Repository.create(store, RepositoryKeys.generate());
    new Snapshots(repository).forget(List.of(backUp(repository, "x")));
    assertThat(store.list(FileType.SNAPSHOT)).isEmpty();
  }

  @Test
  void stillTellsThatADiskFailed() {
    Disk failing =
        new Disk() {
          @Override
          void sync(FileChannel file) throws IOException {
            throw new IOException("Input/output error");
          }
        };
    LocalStore store = new LocalStore(folder.resolve("repo"), failing);
    assertThatThrownBy(() -> Repository.create(store, RepositoryKeys.generate()))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith(": input/output error");
  }

  @Test
  void tellsThatAFolderIsNotForcedAnyMore() {
    boolean[] broken = new boolean[1];
    Disk failing =
        new Disk() {
          @Override
          void syncFolder(Path path) throws IOException {
            if (broken[0]) {
              throw new IOException("Input/output error");
            }
            super.syncFolder(path);
          }
        };
    LocalStore store = new LocalStore(folder.resolve("repo"), failing);
    Repository repository = Repository.create(store, RepositoryKeys.generate());
    broken[0] = true;
    assertThatThrownBy(() -> backUp(repository, "x")).hasMessageEndingWith("input/output error");
  }

  private static String backUp(Repository repository, String content) {
    BackupRequest request =
        new BackupRequest(
            List.of(),
            List.of(new SmallFile("/f", content.getBytes())),
            "coffer",
            List.of(),
            OffsetDateTime.now(),
            Optional.empty());
    return new VolumeBackup(repository).run(request, BackupListener.NONE).snapshotId();
  }
}
