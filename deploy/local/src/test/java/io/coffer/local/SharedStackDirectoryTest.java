package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class SharedStackDirectoryTest {

  @TempDir private Path directory;
  private Path place;

  @BeforeEach
  void name() {
    place = directory.resolve("coffer-test-stack");
  }

  @Test
  void isMadeForItsOwnerAloneAndUsedAgain() throws IOException {
    SharedStackDirectory.at(place);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rwx------");
    assertThat(SharedStackDirectory.at(place).path()).isEqualTo(place);
  }

  @Test
  void refusesOneThatIsOpenToOthers() throws IOException {
    Files.createDirectory(place);
    for (String open : new String[] {"rwxr-xr-x", "rwxrwxrwx", "rwx--x---", "rwx-----x"}) {
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(open));
      refused();
    }
  }

  @Test
  void refusesALinkAndAFile() throws IOException {
    Path elsewhere = SharedStackDirectory.at(directory.resolve("elsewhere")).path();
    Files.createSymbolicLink(place, elsewhere);
    refused();
    Files.delete(place);
    Files.createSymbolicLink(place, directory.resolve("nowhere"));
    refused();
    Files.delete(place);
    Files.writeString(place, "");
    refused();
  }

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "only root gives a directory away")
  void refusesOneOfAnotherUser() throws IOException {
    SharedStackDirectory.at(place);
    Files.setAttribute(place, "unix:uid", 12345);
    refused();
  }

  private void refused() {
    assertThatThrownBy(() -> SharedStackDirectory.at(place))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining(place.toString());
  }
}
