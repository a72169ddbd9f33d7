package io.coffer.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.cli.home.Home;
import io.coffer.cli.stack.Credentials.Project;
import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurboFolderTest {

  private static final Project PROJECT = new Project("a".repeat(32), "region-1", "region-1");

  @TempDir private Path directory;
  private TurboFolder turbos;

  @BeforeEach
  void open() {
    turbos = new TurboFolder(new Home(directory, directory.resolve("home")), PROJECT);
  }

  @Test
  void forgetsAFileSystemWithoutItsFiles() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("share"));
    Path file = Files.writeString(folder.resolve("file"), "content");
    Turbo made = turbos.create("share", folder, 10);
    assertThat(Path.of(made.path())).isAbsolute().isDirectory();
    assertThat(turbos.list()).containsExactly(made);
    turbos.delete("share");
    assertThat(turbos.list()).isEmpty();
    assertThat(file).hasContent("content");
    assertThatThrownBy(() -> turbos.delete("share")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void refusesAFolderThatTheBackupsAreIn() throws IOException {
    Files.createDirectory(directory.resolve("home"));
    for (Path folder : List.of(directory, directory.resolve("home"))) {
      assertThatThrownBy(() -> turbos.create("share", folder, 10))
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining("a restore would delete them");
    }
    assertThat(turbos.list()).isEmpty();
  }

  @Test
  void refusesAFolderThatSharesFilesWithAnotherFileSystemOfWhateverProject() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("share/below"));
    Turbo made = turbos.create("below", folder, 10);
    Project other = new Project("b".repeat(32), "region-2", "region-2");
    Path link = Files.createSymbolicLink(directory.resolve("link"), folder);
    for (Path taken :
        List.of(folder, folder.getParent(), Files.createDirectory(folder.resolve("deep")), link)) {
      assertThatThrownBy(
              () ->
                  new TurboFolder(new Home(directory, directory.resolve("home")), other)
                      .create("shared", taken, 10))
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining(made.id());
    }
    turbos.create("beside", Files.createDirectory(directory.resolve("share/below it")), 10);
    assertThat(turbos.list()).hasSize(2);
  }

  @Test
  void remembersWhetherSomethingIsMountedThere() throws IOException {
    assertThat(turbos.create("mount", Path.of("/proc"), 10).mounted()).isTrue();
    Path folder = Files.createDirectory(directory.resolve("share"));
    assertThat(turbos.create("share", folder, 10).mounted()).isFalse();
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> turbos.create("share", file, 10))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("file");
    assertThat(turbos.list()).isEmpty();
  }
}
