package io.coffer.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.LockedException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.WrongPasswordException;
import io.coffer.engine.crypto.Sealer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
  private static final Duration NO_WAIT = Duration.ZERO;

  @TempDir Path folder;

  @Test
  void manyCreatorsMakeOneRepository() {
    byte[] sealed = RepositoryKeys.generate().serialize();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i -> Repository.create(new LocalStore(folder), RepositoryKeys.deserialize(sealed)));
    LocalStore store = new LocalStore(folder);
    assertThat(store.list(FileType.KEY)).hasSize(1);
    RepositoryKeys keys = RepositoryKeys.deserialize(sealed);
    assertThat(Repository.open(store, keys.password()).config().id())
        .isEqualTo(keys.repositoryId());
  }

  @Test
  void tellsAWrongPasswordAndAMissingRepository() {
    LocalStore store = new LocalStore(folder.resolve("repo"));
    assertThatThrownBy(() -> Repository.open(store, "x")).isInstanceOf(NotFoundException.class);
    Repository.create(store, RepositoryKeys.generate("right"));
    assertThatThrownBy(() -> Repository.open(store, "wrong"))
        .isInstanceOf(WrongPasswordException.class)
        .hasMessageContaining("wrong password");
    assertThatThrownBy(() -> Repository.create(store, RepositoryKeys.generate()))
        .isInstanceOf(WrongPasswordException.class);
  }

  @Test
  void refusesAnUnknownVersionInWords() {
    LocalStore store = new LocalStore(folder);
    RepositoryKeys keys = RepositoryKeys.generate("x");
    byte[] config = "{\"version\":3,\"id\":\"00\",\"chunker_polynomial\":\"1\"}".getBytes();
    store.createIfAbsent(FileType.CONFIG, "", new Sealer(keys.masterKey()).seal(config));
    assertThatThrownBy(() -> Repository.open(store, keys.masterKey()))
        .hasMessage("the repository has version 3; this engine knows version 2 only");
  }

  @Test
  void exclusiveLockExcludesOthers() {
    Repository repository = Repository.create(new LocalStore(folder), RepositoryKeys.generate());
    List<String> recorded = new ArrayList<>();
    LockRequest request = LockRequest.shared("worker-1", NO_WAIT).recording(recorded::add);
    try (RepositoryLock first = RepositoryLock.acquire(repository, request);
        RepositoryLock second =
            RepositoryLock.acquire(repository, LockRequest.shared("worker-2", NO_WAIT))) {
      assertThat(recorded).containsExactly(first.id());
      assertThat(second.id()).isNotEqualTo(first.id());
      assertThatThrownBy(
              () -> RepositoryLock.acquire(repository, LockRequest.exclusive("worker-3", NO_WAIT)))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("worker-");
    }
    assertThat(repository.store().list(FileType.LOCK)).isEmpty();
  }

  @Test
  void removesTheRecordedLockOfADeadOwner() {
    Repository repository = Repository.create(new LocalStore(folder), RepositoryKeys.generate());
    RepositoryLock dead =
        RepositoryLock.acquire(repository, LockRequest.exclusive("dead", NO_WAIT));
    RepositoryLock.remove(repository, dead.id());
    try (RepositoryLock next =
        RepositoryLock.acquire(repository, LockRequest.exclusive("alive", NO_WAIT))) {
      assertThat(repository.store().list(FileType.LOCK)).hasSize(1);
      assertThat(next.id()).isNotNull();
    }
  }
}
