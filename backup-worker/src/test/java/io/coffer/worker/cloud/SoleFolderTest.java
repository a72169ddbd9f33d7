package io.coffer.worker.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoleFolderTest {

  private static final String PROJECT = "a".repeat(32);
  private static final String OTHER = "b".repeat(32);

  @TempDir private Path root;
  private Path home;
  private Path folder;
  private TurboFile file;
  private SoleFolder sole;

  @BeforeEach
  void tell() throws IOException {
    root = root.toRealPath();
    home = Files.createDirectories(root.resolve("home"));
    folder = Files.createDirectories(root.resolve("files"));
    file = tell(PROJECT, "share", folder);
    sole = new SoleFolder(home, new EntryFiles<>(home, "turbos", "turbo.json", TurboFile.class));
  }

  @Test
  void isItsOwnWhereNobodyElseHasFilesOfIt() throws IOException {
    tell(OTHER, "share", Files.createDirectories(root.resolve("of another")));
    assertThatCode(() -> requireApart(true)).doesNotThrowAnyException();
  }

  @Test
  void isNotItsOwnIfAnotherProjectHasFilesOfItUnderTheSameId() throws IOException {
    tell(OTHER, "share", Files.createDirectories(folder.resolve("below")));
    assertThatThrownBy(() -> requireApart(true)).hasMessageContaining("another file system");
  }

  @Test
  void isNotItsOwnIfASecondDescriptionHasItsIdAndFilesOfIt() throws IOException {
    write(PROJECT, "copy", turbo("share", PROJECT, folder.resolve("below")));
    assertThatThrownBy(() -> requireApart(true)).hasMessageContaining("another file system");
  }

  @Test
  void isNotToBeReplacedAsLongAsNobodyKnowsWhatOthersHave() throws IOException {
    Path torn = home.resolve("cloud").resolve(OTHER).resolve("turbos/torn/turbo.json");
    Files.createDirectories(torn.getParent());
    Files.writeString(torn, "{");
    assertThatThrownBy(() -> requireApart(true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not all other file systems can be read");
    assertThatCode(() -> requireApart(false)).doesNotThrowAnyException();
  }

  private void requireApart(boolean replaced) throws IOException {
    sole.requireApart(PROJECT, file, folder, replaced);
  }

  private TurboFile tell(String project, String id, Path path) throws IOException {
    TurboFile told = turbo(id, project, path);
    write(project, id, told);
    return told;
  }

  private static TurboFile turbo(String id, String project, Path path) {
    return new TurboFile(
        id, "share", project, "available", Instant.EPOCH, 1, path.toString(), false);
  }

  private void write(String project, String name, TurboFile told) throws IOException {
    Path at = home.resolve("cloud").resolve(project).resolve("turbos").resolve(name);
    Files.createDirectories(at);
    Files.write(at.resolve("turbo.json"), Json.MAPPER.writeValueAsBytes(told));
  }
}
