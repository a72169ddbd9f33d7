package io.coffer.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaLoginTest {

  private static final KafkaLogin LOGIN = new KafkaLogin("vault-service", "s".repeat(40));

  @TempDir private Path directory;

  @Test
  void comesBackFromItsFileWhichIsForItsOwnerAlone() throws IOException {
    Path file = directory.resolve("login.properties");
    LOGIN.write(file);
    assertThat(KafkaLogin.read(file)).contains(LOGIN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anyPartOfItsFileIsNone() throws IOException {
    Path file = directory.resolve("login.properties");
    LOGIN.write(file);
    String whole = Files.readString(file).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(KafkaLogin.read(file)).as("the first %d bytes", length).isEmpty();
    }
    Files.delete(file);
    assertThat(KafkaLogin.read(file)).isEmpty();
  }
}
