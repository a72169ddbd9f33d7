package io.coffer.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.engine.EngineRun;
import io.coffer.engine.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read the config may read the rest; what goes wrong is told by its cause. */
class SharedFolderTest {
  @TempDir Path folder;
  private EngineRun engine;
  private Path file;

  @BeforeEach
  void init() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    file = Files.writeString(folder.resolve("file"), "content");
  }

  @ParameterizedTest
  @CsvSource({
    "0400, 0400, 0700",
    "0600, 0400, 0700",
    "0440, 0440, 0770",
    "0640, 0440, 0770",
    "0444, 0444, 0775",
    "0404, 0404, 0705"
  })
  void newFilesAreAsReadableAsTheConfig(String config, String file, String folder)
      throws IOException {
    Files.setAttribute(engine.repository().resolve("config"), "unix:mode", octal(config));
    backUp();
    for (String type : List.of("data", "index", "snapshots", "locks")) {
      Path made = engine.repository().resolve(type);
      assertThat(permissions(made)).as(type).isEqualTo(octal(folder));
      try (Stream<Path> files = Files.walk(made)) {
        assertThat(files.filter(Files::isRegularFile))
            .allSatisfy(path -> assertThat(permissions(path)).isEqualTo(octal(file)));
      }
    }
  }

  @Test
  void aRepositoryIsItsOwnersAtFirst() throws IOException {
    assertThat(permissions(engine.repository())).isEqualTo(0700);
    assertThat(permissions(engine.repository().resolve("config"))).isEqualTo(0400);
    assertThat(permissions(engine.repository().resolve("keys"))).isEqualTo(0700);
  }

  @Test
  void foldersHandTheirGroupOn() throws IOException {
    Files.setAttribute(engine.repository().resolve("config"), "unix:mode", 0440);
    Files.setAttribute(engine.repository(), "unix:mode", 02770);
    backUp();
    assertThat(mode(engine.repository().resolve("snapshots")) & 07777).isEqualTo(02770);
  }

  @Test
  void theStockToolSharesAlike() throws IOException {
    Files.setAttribute(engine.repository().resolve("config"), "unix:mode", 0440);
    backUp();
    engine.restic().run("backup", file.toString());
    try (Stream<Path> snapshots = Files.list(engine.repository().resolve("snapshots"))) {
      assertThat(snapshots.map(path -> mode(path)).distinct()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeReadIsToldByItsCause() throws IOException {
    LocalStore store = new LocalStore(engine.repository());
    Path snapshots = Files.createFile(engine.repository().resolve("snapshots"));
    assertThatThrownBy(() -> store.list(FileType.SNAPSHOT))
        .hasMessage("cannot list " + snapshots + ": it is not a folder");
    assertThatThrownBy(() -> store.write(FileType.SNAPSHOT, "ab", new byte[1]))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot write " + snapshots)
        .hasMessageNotContaining("ab: " + snapshots);
  }

  @Test
  void aRepositoryThatIsGoneIsNotMadeAgain() throws IOException {
    LocalStore store = new LocalStore(engine.repository());
    Repository repository = Repository.open(store, engine.password());
    Files.move(engine.repository(), folder.resolve("aside"));
    assertGone(repository);
    Files.createDirectory(engine.repository()); // as the place where a disk is mounted
    assertGone(repository);
    try (Stream<Path> made = Files.list(engine.repository())) {
      assertThat(made).isEmpty();
    }
  }

  private void assertGone(Repository repository) {
    String gone = "there is no repository at " + engine.repository();
    assertThatThrownBy(repository::storedBytes).hasMessageContaining(gone);
    assertThatThrownBy(() -> new Snapshots(repository).list()).hasMessageContaining(gone);
    assertThatThrownBy(() -> repository.saveUnpacked(FileType.INDEX, new byte[1]))
        .hasMessageContaining(gone);
    EngineRun.Result backup = engine.run("backup", file.toString());
    assertThat(backup.code()).isEqualTo(1);
    assertThat(backup.error()).contains(gone);
  }

  private void backUp() throws IOException {
    for (String type : List.of("data", "index", "snapshots", "locks")) {
      Path made = engine.repository().resolve(type);
      if (Files.exists(made)) {
        try (Stream<Path> files = Files.walk(made)) {
          files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
      }
    }
    assertThat(engine.run("backup", file.toString()).code()).isZero();
  }

  private static int octal(String digits) {
    return Integer.parseInt(digits, 8);
  }

  private static int permissions(Path path) {
    return mode(path) & 0777;
  }

  private static int mode(Path path) {
    try {
      return (int) Files.getAttribute(path, "unix:mode");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
